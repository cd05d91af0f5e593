package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {36, 32}, name = "x")
@Forward("""
    residual = x
    x = self.norm(x)
    x = F.gelu(self.channel_proj1(x))
    u, v = x.chunk(2, dim=-1)
    v = self.sgu_norm(v)
    v = self.spatial_proj(v)
    x = self.channel_proj2(u * v) + residual
    y = torch.addcmul(self.beta, self.alpha, x)
    y = x + self.linear_tokens(y.transpose(1, 2)).transpose(1, 2)
    return y.mean(dim=1)
    """)
class GatedMlp {
  static class Block {}

  @Parameter({1, 1, 32}) Block alpha;
  @Parameter({1, 1, 32}) Block beta;
  @LayerNorm({32}) Block norm;
  @Linear(in = 32, out = 96) Block channel_proj1;
  @Linear(in = 48, out = 32) Block channel_proj2;
  @Conv1d(in = 36, out = 36, k = 1) Block spatial_proj;
  @LayerNorm({48}) Block sgu_norm;
  @Linear(in = 36, out = 36) Block linear_tokens;
}

/* PyTorch 1.13.0:
parameters 7624
sizes N=2 N=3
x_1 2,36,32 3,36,32
channel_proj1 2,36,96 3,36,96
gelu 2,36,96 3,36,96
chunk 2,36,48;2,36,48; 3,36,48;3,36,48;
v 2,36,48 3,36,48
v_1 2,36,48 3,36,48
mul 2,36,48 3,36,48
channel_proj2 2,36,32 3,36,32
add 2,36,32 3,36,32
y 2,36,32 3,36,32
transpose 2,32,36 3,32,36
linear_tokens 2,32,36 3,32,36
transpose_1 2,36,32 3,36,32
add_1 2,36,32 3,36,32
mean 2,32 3,32
*/
