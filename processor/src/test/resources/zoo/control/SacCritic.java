package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {17}, name = "state")
@Input(value = {6}, name = "action")
@Input(value = {1}, name = "target_Q")
@Forward("""
    def forward(self, state, action, target_Q):
        sa = torch.cat([state, action], 1)

        q1 = F.relu(self.l1(sa))
        q1 = F.relu(self.l2(q1))
        q1 = self.l3(q1)

        q2 = F.relu(self.l4(sa))
        q2 = F.relu(self.l5(q2))
        q2 = self.l6(q2)
        target = torch.min(q1, q2)
        critic_loss = F.mse_loss(q1, target_Q) + F.mse_loss(q2, target_Q)
        return q1, q2
    """)
class SacCritic {
  static class Block {}

  @Linear(in = 23, out = 256) Block l1;
  @Linear(in = 256, out = 256) Block l2;
  @Linear(in = 256, out = 1) Block l3;
  @Linear(in = 23, out = 256) Block l4;
  @Linear(in = 256, out = 256) Block l5;
  @Linear(in = 256, out = 1) Block l6;
}

/* PyTorch 1.13.0:
parameters 144386
sizes N=2 N=3
sa 2,23 3,23
l1 2,256 3,256
relu 2,256 3,256
l2 2,256 3,256
relu_1 2,256 3,256
q1 2,1 3,1
l4 2,256 3,256
relu_2 2,256 3,256
l5 2,256 3,256
relu_3 2,256 3,256
q2 2,1 3,1
target 2,1 3,1
mse_loss () ()
mse_loss_1 () ()
add () ()
*/
