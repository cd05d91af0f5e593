package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {6}, name = "x")
@Forward("""
    x1, x2 = torch.split(x, [3, 3], dim=1)
    s, t = self.net(x1).chunk(2, 1)
    s = torch.tanh(s)
    y2 = x2 * s.exp() + t
    log_det = s.sum(dim=1)
    z = torch.cat([x1, y2], dim=1).flip(dims=[1])
    prior = -0.5 * (z ** 2).sum(1)
    loss = -(prior + log_det).mean()
    return z, loss
    """)
class RealNvpCoupling {
  static class Block {}

  @Submodule(Layers.class) Block net;

  @Params("")
  static class Layers {
    @Linear(in = 3, out = 64) Block l0;
    @ReLU Block l1;
    @Linear(in = 64, out = 6) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 646
sizes N=2 N=3
split 2,3;2,3; 3,3;3,3;
net.l0 2,64 3,64
net.l1 2,64 3,64
net.l2 2,6 3,6
chunk 2,3;2,3; 3,3;3,3;
s 2,3 3,3
exp 2,3 3,3
mul 2,3 3,3
add 2,3 3,3
log_det 2 3
cat 2,6 3,6
flip 2,6 3,6
pow 2,6 3,6
sum 2 3
mul_1 2 3
add_1 2 3
mean () ()
neg () ()
*/
