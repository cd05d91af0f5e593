package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {96, 7}, name = "x")
@Forward("""
    mean = torch.mean(x, dim=1, keepdim=True).detach()
    stdev = torch.sqrt(torch.var(x, dim=1, keepdim=True, unbiased=False) + 1e-5).detach()
    z = (x - mean) / stdev * self.affine_weight + self.affine_bias
    z = z.permute(0, 2, 1)
    z = self.padding_patch_layer(z)
    z = z.unfold(dimension=-1, size=16, step=8)
    n_vars = z.shape[1]
    z = self.W_P(z)
    u = torch.reshape(z, (z.shape[0] * z.shape[1], z.shape[2], z.shape[3]))
    u = u + self.W_pos
    z = self.encoder(u)
    z = torch.reshape(z, (-1, n_vars, z.shape[-2], z.shape[-1]))
    z = z.permute(0, 1, 3, 2)
    z = self.head(z.flatten(start_dim=-2))
    z = z.permute(0, 2, 1)
    z = (z - self.affine_bias) / (self.affine_weight + 1e-5 * 1e-5) * stdev + mean
    return z + self.linear_trend(x.transpose(1, 2)).transpose(1, 2)
    """)
class PatchTst {
  static class Block {}

  @Parameter({7}) Block affine_weight;
  @Parameter({7}) Block affine_bias;
  @Parameter({12, 32}) Block W_pos;
  @ReplicationPad1d({0, 8}) Block padding_patch_layer;
  @Linear(in = 16, out = 32) Block W_P;
  @TransformerEncoderLayer(dim = 32, heads = 4, feedforward = 64, batchFirst = true) Block encoder;
  @Linear(in = 384, out = 24) Block head;
  @Linear(in = 96, out = 24) Block linear_trend;
}

/* PyTorch 1.13.0:
parameters 21054
sizes N=2 N=3
mean 2,1,7 3,1,7
detach 2,1,7 3,1,7
var 2,1,7 3,1,7
add 2,1,7 3,1,7
sqrt 2,1,7 3,1,7
detach_1 2,1,7 3,1,7
sub 2,96,7 3,96,7
div 2,96,7 3,96,7
mul 2,96,7 3,96,7
add_1 2,96,7 3,96,7
z 2,7,96 3,7,96
z_1 2,7,104 3,7,104
z_2 2,7,12,16 3,7,12,16
z_3 2,7,12,32 3,7,12,32
u 14,12,32 21,12,32
u_1 14,12,32 21,12,32
z_4 14,12,32 21,12,32
z_5 2,7,12,32 3,7,12,32
z_6 2,7,32,12 3,7,32,12
flatten 2,7,384 3,7,384
head 2,7,24 3,7,24
z_7 2,24,7 3,24,7
sub_1 2,24,7 3,24,7
add_2 7 7
div_1 2,24,7 3,24,7
mul_1 2,24,7 3,24,7
add_3 2,24,7 3,24,7
transpose 2,7,96 3,7,96
linear_trend 2,7,24 3,7,24
transpose_1 2,24,7 3,24,7
add_4 2,24,7 3,24,7
*/
