package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20, 28, 64}, name = "x")
@Forward("""
    x0 = x[:, 0::2, 0::2, :]  # B H/2 W/2 C
    x1 = x[:, 1::2, 0::2, :]
    x2 = x[:, 0::2, 1::2, :]
    x3 = x[:, 1::2, 1::2, :]
    x = torch.cat([x0, x1, x2, x3], -1)  # B H/2 W/2 4*C
    x = x.view(x.shape[0], -1, 4 * 64)
    x = self.norm(x)
    x = self.reduction(x)
    return x
    """)
class PatchMerging {
  static class Block {}

  @Linear(in = 256, out = 128, bias = false) Block reduction;
  @LayerNorm({256}) Block norm;
}

/* PyTorch 1.13.0:
parameters 33280
sizes N=2 N=3
x0 2,10,14,64 3,10,14,64
x1 2,10,14,64 3,10,14,64
x2 2,10,14,64 3,10,14,64
x3 2,10,14,64 3,10,14,64
x_1 2,10,14,256 3,10,14,256
x_2 2,140,256 3,140,256
x_3 2,140,256 3,140,256
x_4 2,140,128 3,140,128
*/
