package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {784}, name = "x")
@Forward("""
    W = x.size(1)
    x = x.view(-1, W // 2, 2)
    on, off = x[:, :, 0], x[:, :, 1]
    off = off + self.m2(self.m1(on))
    x = torch.stack((on, off), dim=2)
    z = x.reshape(-1, W) * torch.exp(self.scaling)
    log_det_J = torch.sum(self.scaling)
    h = F.relu(F.linear(z, self.mask * self.weight, self.bias))
    m, logp = self.mu(h).chunk(chunks=2, dim=1)
    u = (z - m) * torch.exp(0.5 * logp)
    log_ll = torch.sum(-(F.softplus(u) + F.softplus(-u)), dim=1) + log_det_J
    return -log_ll.mean(), torch.logsumexp(z, dim=-1)
    """)
class NiceCoupling {
  static class Block {}

  @Parameter({1, 784}) Block scaling;
  @Parameter({32, 784}) Block weight;
  @Parameter({32}) Block bias;
  @Buffer({32, 784}) Block mask;
  @Linear(in = 392, out = 100) @ReLU Block m1;
  @Linear(in = 100, out = 392) Block m2;
  @Linear(in = 32, out = 1568) Block mu;
}

/* PyTorch 1.13.0:
parameters 156540
sizes N=2 N=3
x_1 2,392,2 3,392,2
getitem 2,392 3,392
getitem_1 2,392 3,392
m1 2,100 3,100
m1_1 2,100 3,100
m2 2,392 3,392
add 2,392 3,392
x_2 2,392,2 3,392,2
reshape 2,784 3,784
exp 1,784 1,784
mul 2,784 3,784
log_det_J () ()
mul_1 32,784 32,784
linear 2,32 3,32
relu 2,32 3,32
mu 2,1568 3,1568
chunk 2,784;2,784; 3,784;3,784;
sub 2,784 3,784
mul_2 2,784 3,784
exp_1 2,784 3,784
mul_3 2,784 3,784
softplus 2,784 3,784
neg 2,784 3,784
softplus_1 2,784 3,784
add_1 2,784 3,784
neg_1 2,784 3,784
sum 2 3
add_2 2 3
mean () ()
neg_2 () ()
logsumexp 2 3
*/
