package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {8}, name = "state")
@Input(value = {}, name = "action", dtype = long.class)
@Input(value = {}, name = "old_logprob")
@Input(value = {}, name = "advantage")
@Forward("""
    def forward(self, state, action, old_logprob, advantage):
        h = self.shared(state)
        logp = F.log_softmax(self.pi(h), dim=-1)
        value = self.v(h).squeeze(-1)
        logprob = logp.gather(-1, action[:, None])[:, 0]
        entropy = -(logp.exp() * logp).sum(-1)
        ratio = torch.exp(logprob - old_logprob.detach())
        surr1 = ratio * advantage
        surr2 = torch.clamp(ratio, 1 - 0.2, 1 + 0.2) * advantage
        loss = -torch.min(surr1, surr2).mean() + 0.5 * F.mse_loss(value, advantage) - 0.01 * entropy.mean()
        return loss
    """)
class PpoSharedNet {
  static class Block {}

  @Linear(in = 8, out = 64) @Tanh Block shared;
  @Linear(in = 64, out = 4) Block pi;
  @Linear(in = 64, out = 1) Block v;
}

/* PyTorch 1.13.0:
parameters 901
sizes N=2 N=3
shared 2,64 3,64
shared_1 2,64 3,64
pi 2,4 3,4
log_softmax 2,4 3,4
v 2,1 3,1
squeeze 2 3
getitem 2,1 3,1
gather 2,1 3,1
getitem_1 2 3
exp 2,4 3,4
mul 2,4 3,4
sum 2 3
neg 2 3
detach 2 3
sub 2 3
exp_1 2 3
surr1 2 3
clamp 2 3
mul_1 2 3
min 2 3
mean () ()
neg_1 () ()
mse_loss () ()
mul_2 () ()
add () ()
mean_1 () ()
mul_3 () ()
sub_1 () ()
*/
