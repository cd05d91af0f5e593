package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {39}, name = "x", dtype = long.class)
@Forward("""
    embed_x = self.embedding(x)
    square_of_sum = torch.sum(embed_x, dim=1) ** 2
    sum_of_square = torch.sum(embed_x ** 2, dim=1)
    fm = 0.5 * torch.sum(square_of_sum - sum_of_square, dim=1, keepdim=True)
    first = torch.sum(self.linear(x), dim=1) + self.bias
    x = first + fm + self.out(self.mlp(embed_x.view(-1, 39 * 16)))
    return torch.sigmoid(x.squeeze(1))
    """)
class DeepFm {
  static class Block {}

  @Parameter({1}) Block bias;
  @Embedding(num = 4000, dim = 1) Block linear;
  @Embedding(num = 4000, dim = 16) Block embedding;
  @Linear(in = 624, out = 64) @BatchNorm1d(64) @ReLU @Dropout(0.2) Block mlp;
  @Linear(in = 64, out = 1) Block out;
}

/* PyTorch 1.13.0:
parameters 108194
sizes N=2 N=3
embed_x 2,39,16 3,39,16
sum 2,16 3,16
pow 2,16 3,16
pow_1 2,39,16 3,39,16
sum_1 2,16 3,16
sub 2,16 3,16
sum_2 2,1 3,1
mul 2,1 3,1
linear 2,39,1 3,39,1
sum_3 2,1 3,1
add 2,1 3,1
add_1 2,1 3,1
view 2,624 3,624
mlp 2,64 3,64
mlp_1 2,64 3,64
mlp_2 2,64 3,64
mlp_3 2,64 3,64
out 2,1 3,1
add_2 2,1 3,1
squeeze 2 3
sigmoid 2 3
*/
