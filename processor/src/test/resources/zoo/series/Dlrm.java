package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {13}, name = "dense_x")
@Input(value = {5}, name = "s0", dtype = long.class)
@Input(value = {3}, name = "s1", dtype = long.class)
@Input(value = {8}, name = "s2", dtype = long.class)
@Forward("""
    def forward(self, dense_x, s0, s1, s2):
        x = self.bot_out(self.bot_l(dense_x))
        ly = [self.emb0(s0), self.emb1(s1), self.emb2(s2)]
        # concatenate dense and sparse features
        (batch_size, d) = x.shape
        T = torch.cat([x] + ly, dim=1).view((batch_size, -1, d))
        # perform a dot product
        Z = torch.bmm(T, torch.transpose(T, 1, 2))
        _, ni, nj = Z.shape
        li = torch.tensor([1, 2, 2, 3, 3, 3])
        lj = torch.tensor([0, 0, 1, 0, 1, 2])
        Zflat = Z[:, li, lj]
        # concatenate dense features and interactions
        R = torch.cat([x] + [Zflat], dim=1)
        z = torch.sigmoid(self.top_out(self.top_l(R)))
        return torch.clamp(z, min=0.01, max=0.99)
    """)
class Dlrm {
  static class Block {}

  @Linear(in = 13, out = 32) @ReLU Block bot_l;
  @Linear(in = 32, out = 16) Block bot_out;
  @EmbeddingBag(num = 40, dim = 16) Block emb0;
  @EmbeddingBag(num = 60, dim = 16) Block emb1;
  @EmbeddingBag(num = 30, dim = 16) Block emb2;
  @Linear(in = 22, out = 24) @ReLU Block top_l;
  @Linear(in = 24, out = 1) Block top_out;
}

/* PyTorch 1.13.0:
parameters 3633
sizes N=2 N=3
bot_l 2,32 3,32
bot_l_1 2,32 3,32
bot_out 2,16 3,16
emb0 2,16 3,16
emb1 2,16 3,16
emb2 2,16 3,16
cat 2,64 3,64
view 2,4,16 3,4,16
transpose 2,16,4 3,16,4
bmm 2,4,4 3,4,4
li 6 6
lj 6 6
Zflat 2,6 3,6
R 2,22 3,22
top_l 2,24 3,24
top_l_1 2,24 3,24
top_out 2,1 3,1
sigmoid 2,1 3,1
clamp 2,1 3,1
*/
