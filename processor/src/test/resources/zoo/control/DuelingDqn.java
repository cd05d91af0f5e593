package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {4, 84, 84}, name = "x")
@Input(value = {}, name = "action", dtype = long.class)
@Input(value = {}, name = "expected")
@Forward("""
    def forward(self, x, action, expected):
        x = self.features(x)
        x = x.view(x.size(0), -1)
        advantage = self.advantage(x)
        value = self.value(x)
        q = value + advantage - advantage.mean(dim=1, keepdim=True)
        q_value = q.gather(1, action.unsqueeze(1)).squeeze(1)
        next_q = q.max(1)[0]
        best = q.argmax(dim=1)
        loss = F.smooth_l1_loss(q_value, expected)
        return loss
    """)
class DuelingDqn {
  static class Block {}

  @Submodule(Layers.class) Block features;
  @Submodule(Layers2.class) Block advantage;
  @Submodule(Layers3.class) Block value;

  @Params("")
  static class Layers {
    @Conv2d(in = 4, out = 32, k = 8, s = 4) Block l0;
    @ReLU Block l1;
    @Conv2d(in = 32, out = 64, k = 4, s = 2) Block l2;
    @ReLU Block l3;
    @Conv2d(in = 64, out = 64, k = 3) Block l4;
    @ReLU Block l5;
  }

  @Params("")
  static class Layers2 {
    @Linear(in = 3136, out = 512) Block l0;
    @ReLU Block l1;
    @Linear(in = 512, out = 6) Block l2;
  }

  @Params("")
  static class Layers3 {
    @Linear(in = 3136, out = 512) Block l0;
    @ReLU Block l1;
    @Linear(in = 512, out = 1) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 3293863
sizes N=2 N=3
features.l0 2,32,20,20 3,32,20,20
features.l1 2,32,20,20 3,32,20,20
features.l2 2,64,9,9 3,64,9,9
features.l3 2,64,9,9 3,64,9,9
features.l4 2,64,7,7 3,64,7,7
features.l5 2,64,7,7 3,64,7,7
x_1 2,3136 3,3136
advantage.l0 2,512 3,512
advantage.l1 2,512 3,512
advantage.l2 2,6 3,6
value.l0 2,512 3,512
value.l1 2,512 3,512
value.l2 2,1 3,1
add 2,6 3,6
mean 2,1 3,1
sub 2,6 3,6
unsqueeze 2,1 3,1
gather 2,1 3,1
squeeze 2 3
next_q 2;2; 3;3;
best 2 3
loss () ()
*/
