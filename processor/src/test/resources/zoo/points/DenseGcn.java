package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {30, 16}, name = "x")
@Input(value = {30, 30}, name = "adj")
@Forward("""
    def forward(self, x, adj):
        deg = adj.sum(dim=-1, keepdim=True).clamp(min=1)
        adj = adj / deg
        support = torch.matmul(x, self.w1)
        x = F.relu(torch.bmm(adj, support) + self.b1)
        x = F.dropout(x, 0.5, training=self.training)
        x = adj @ self.gc2(x)
        return F.log_softmax(x, dim=-1)
    """)
class DenseGcn {
  static class Block {}

  @Parameter({16, 32}) Block w1;
  @Parameter({32}) Block b1;
  @Linear(in = 32, out = 7) Block gc2;
}

/* PyTorch 1.13.0:
parameters 775
sizes N=2 N=3
sum 2,30,1 3,30,1
clamp 2,30,1 3,30,1
adj_1 2,30,30 3,30,30
support 2,30,32 3,30,32
bmm 2,30,32 3,30,32
add 2,30,32 3,30,32
relu 2,30,32 3,30,32
x_1 2,30,32 3,30,32
gc2 2,30,7 3,30,7
matmul 2,30,7 3,30,7
log_softmax 2,30,7 3,30,7
*/
