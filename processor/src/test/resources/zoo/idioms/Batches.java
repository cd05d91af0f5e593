package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {24}, name = "a")
@Input(value = {24}, name = "b")
@Input(value = {}, name = "y", dtype = long.class)
@Params("temperature = 0.07")
@Forward("""
    def forward(self, a, b, y):
        za = F.normalize(self.net(a), dim=1)
        zb = F.normalize(self.net(b), dim=-1)
        n = za.size(0)
        z = torch.cat([za, zb], dim=0)
        sim = torch.mm(z, z.t()) / self.temperature
        eye = torch.eye(2 * n, dtype=torch.bool)
        sim = sim.masked_fill(eye, -9e15)
        pos = torch.cat([torch.diag(sim, n), torch.diag(sim, -n)])
        nll = -pos + torch.logsumexp(sim, dim=-1)
        pairs = F.cosine_similarity(za.unsqueeze(1), zb.unsqueeze(0), dim=-1)
        d = torch.cdist(za, zb)
        same = (y.unsqueeze(0) == y.unsqueeze(1)).float()
        corr = (za - za.mean(0)).T @ (zb - zb.mean(0)) / n
        off = corr.pow(2).sum() - torch.diagonal(corr).pow(2).sum()
        return nll.mean() + (d * same).mean() + off
    """)
class Batches {
  static class Block {}

  @Submodule(Layers.class) Block net;

  @Params("")
  static class Layers {
    @Linear(in = 24, out = 16) Block l0;
    @ReLU Block l1;
    @Linear(in = 16, out = 8) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 536
sizes N=2 N=3
net.l0 2,16 3,16
net.l1 2,16 3,16
net.l2 2,8 3,8
normalize 2,8 3,8
net.l0_1 2,16 3,16
net.l1_1 2,16 3,16
net.l2_1 2,8 3,8
normalize_1 2,8 3,8
z 4,8 6,8
t 8,4 8,6
mm 4,4 6,6
div 4,4 6,6
eye 4,4 6,6
sim 4,4 6,6
diag 2 3
diag_1 2 3
cat 4 6
neg 4 6
logsumexp 4 6
add 4 6
unsqueeze 2,1,8 3,1,8
unsqueeze_1 1,2,8 1,3,8
cosine_similarity 2,2 3,3
d 2,2 3,3
unsqueeze_2 1,2 1,3
unsqueeze_3 2,1 3,1
eq 2,2 3,3
float 2,2 3,3
mean 8 8
sub 2,8 3,8
T 8,2 8,3
mean_1 8 8
sub_1 2,8 3,8
matmul 8,8 8,8
div_1 8,8 8,8
pow 8,8 8,8
sum () ()
diagonal 8 8
pow_1 8 8
sum_1 () ()
sub_2 () ()
mean_2 () ()
mul 2,2 3,3
mean_3 () ()
add_1 () ()
add_2 () ()
*/
