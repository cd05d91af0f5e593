package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {25, 12}, name = "h")
@Input(value = {25, 25}, name = "adj")
@Forward("""
    def forward(self, h, adj):
        Wh = torch.matmul(h, self.W)
        Wh1 = torch.matmul(Wh, self.a[:8, :])
        Wh2 = torch.matmul(Wh, self.a[8:, :])
        e = F.leaky_relu(Wh1 + Wh2.transpose(1, 2), 0.2)
        zero_vec = -9e15 * torch.ones_like(e)
        attention = torch.where(adj > 0, e, zero_vec)
        attention = F.softmax(attention, dim=2)
        h_prime = torch.matmul(attention, Wh)
        h_prime = F.elu(h_prime)
        readout = h_prime.mean(1)
        return self.out(readout)
    """)
class GraphAttention {
  static class Block {}

  @Parameter({12, 8}) Block W;
  @Parameter({16, 1}) Block a;
  @Linear(in = 8, out = 3) Block out;
}

/* PyTorch 1.13.0:
parameters 139
sizes N=2 N=3
Wh 2,25,8 3,25,8
getitem 8,1 8,1
matmul 2,25,1 3,25,1
getitem_1 8,1 8,1
matmul_1 2,25,1 3,25,1
transpose 2,1,25 3,1,25
add 2,25,25 3,25,25
leaky_relu 2,25,25 3,25,25
ones_like 2,25,25 3,25,25
mul 2,25,25 3,25,25
gt 2,25,25 3,25,25
where 2,25,25 3,25,25
attention 2,25,25 3,25,25
h_prime 2,25,8 3,25,8
h_prime_1 2,25,8 3,25,8
readout 2,8 3,8
out 2,3 3,3
*/
