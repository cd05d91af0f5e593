package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, -1, -1}, name = "x", where = "H % 8 == 0 and W % 8 == 0 and H >= 16 and W >= 16")
@Forward("""
    d1 = self.down1(x)
    d2 = self.down2(d1)
    d3 = self.down3(d2)
    u3 = torch.cat([d2, self.up3(d3)], 1)
    u2 = torch.cat([d1, self.up2(u3)], 1)
    return self.up1(u2)
    """)
class Pix2Pix {
  static class Block {}

  @Conv2d(in = 3, out = 16, k = 4, s = 2, p = 1) Block down1;
  @LeakyReLU(negativeSlope = 0.2) @Conv2d(in = 16, out = 32, k = 4, s = 2, p = 1, bias = false) @InstanceNorm2d(32) Block down2;
  @LeakyReLU(negativeSlope = 0.2) @Conv2d(in = 32, out = 48, k = 4, s = 2, p = 1, bias = false) Block down3;
  @ReLU @ConvTranspose2d(in = 48, out = 32, k = 4, s = 2, p = 1, bias = false) @InstanceNorm2d(32) Block up3;
  @ReLU @ConvTranspose2d(in = 64, out = 16, k = 4, s = 2, p = 1) @Dropout Block up2;
  @ReLU @ConvTranspose2d(in = 32, out = 3, k = 4, s = 2, p = 1) @Tanh Block up1;
}

/* PyTorch 1.13.0:
parameters 76067
sizes N=2,H=32,W=64 N=3,H=16,W=24
d1 2,16,16,32 3,16,8,12
down2 2,16,16,32 3,16,8,12
down2_1 2,32,8,16 3,32,4,6
down2_2 2,32,8,16 3,32,4,6
down3 2,32,8,16 3,32,4,6
down3_1 2,48,4,8 3,48,2,3
up3 2,48,4,8 3,48,2,3
up3_1 2,32,8,16 3,32,4,6
up3_2 2,32,8,16 3,32,4,6
cat 2,64,8,16 3,64,4,6
up2 2,64,8,16 3,64,4,6
up2_1 2,16,16,32 3,16,8,12
up2_2 2,16,16,32 3,16,8,12
cat_1 2,32,16,32 3,32,8,12
up1 2,32,16,32 3,32,8,12
up1_1 2,3,32,64 3,3,16,24
up1_2 2,3,32,64 3,3,16,24
*/
