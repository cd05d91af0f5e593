package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 96, 128}, name = "x")
@Forward("""
    x = self.down1(self.stem(x))
    route_1 = self.res1(x)
    x = self.res2(self.down2(route_1))
    large = self.out1(x)
    x = self.upsample(self.lateral(x))
    x = torch.cat([x, route_1], 1)
    small = self.out2(x)
    return large, small
    """)
class Darknet {
  static class Block {}

  @Conv2d(in = 3, out = 16, k = 3, p = 1, bias = false) @BatchNorm2d(16) @LeakyReLU(negativeSlope = 0.1) Block stem;
  @Conv2d(in = 16, out = 32, k = 3, s = 2, p = 1, bias = false) @BatchNorm2d(32) @LeakyReLU(negativeSlope = 0.1) Block down1;
  @Submodule(value = DarkResidual.class, repeat = 2) Block res1;
  @Conv2d(in = 32, out = 64, k = 3, s = 2, p = 1, bias = false) @BatchNorm2d(64) @LeakyReLU(negativeSlope = 0.1) Block down2;
  @Submodule(value = DarkResidual2.class, repeat = 2) Block res2;
  @Conv2d(in = 64, out = 32, k = 1) Block lateral;
  @Upsample(scale = 2.0) Block upsample;
  @Conv2d(in = 64, out = 75, k = 1) Block out1;
  @Conv2d(in = 64, out = 75, k = 1) Block out2;

  @Params("")
  @Forward("""
      return x + self.conv2(self.conv1(x))
      """)
  static class DarkResidual {
    @Conv2d(in = 32, out = 16, k = 1, bias = false) @BatchNorm2d(16) @LeakyReLU(negativeSlope = 0.1) Block conv1;
    @Conv2d(in = 16, out = 32, k = 3, p = 1, bias = false) @BatchNorm2d(32) @LeakyReLU(negativeSlope = 0.1) Block conv2;
  }

  @Params("")
  @Forward("""
      return x + self.conv2(self.conv1(x))
      """)
  static class DarkResidual2 {
    @Conv2d(in = 64, out = 32, k = 1, bias = false) @BatchNorm2d(32) @LeakyReLU(negativeSlope = 0.1) Block conv1;
    @Conv2d(in = 32, out = 64, k = 3, p = 1, bias = false) @BatchNorm2d(64) @LeakyReLU(negativeSlope = 0.1) Block conv2;
  }
}

/* PyTorch 1.13.0:
parameters 87302
sizes N=2 N=3
stem 2,16,96,128 3,16,96,128
stem_1 2,16,96,128 3,16,96,128
stem_2 2,16,96,128 3,16,96,128
down1 2,32,48,64 3,32,48,64
down1_1 2,32,48,64 3,32,48,64
down1_2 2,32,48,64 3,32,48,64
res1.0.conv1 2,16,48,64 3,16,48,64
res1.0.conv1_1 2,16,48,64 3,16,48,64
res1.0.conv1_2 2,16,48,64 3,16,48,64
res1.0.conv2 2,32,48,64 3,32,48,64
res1.0.conv2_1 2,32,48,64 3,32,48,64
res1.0.conv2_2 2,32,48,64 3,32,48,64
add 2,32,48,64 3,32,48,64
res1.1.conv1 2,16,48,64 3,16,48,64
res1.1.conv1_1 2,16,48,64 3,16,48,64
res1.1.conv1_2 2,16,48,64 3,16,48,64
res1.1.conv2 2,32,48,64 3,32,48,64
res1.1.conv2_1 2,32,48,64 3,32,48,64
res1.1.conv2_2 2,32,48,64 3,32,48,64
add_1 2,32,48,64 3,32,48,64
down2 2,64,24,32 3,64,24,32
down2_1 2,64,24,32 3,64,24,32
down2_2 2,64,24,32 3,64,24,32
res2.0.conv1 2,32,24,32 3,32,24,32
res2.0.conv1_1 2,32,24,32 3,32,24,32
res2.0.conv1_2 2,32,24,32 3,32,24,32
res2.0.conv2 2,64,24,32 3,64,24,32
res2.0.conv2_1 2,64,24,32 3,64,24,32
res2.0.conv2_2 2,64,24,32 3,64,24,32
add_2 2,64,24,32 3,64,24,32
res2.1.conv1 2,32,24,32 3,32,24,32
res2.1.conv1_1 2,32,24,32 3,32,24,32
res2.1.conv1_2 2,32,24,32 3,32,24,32
res2.1.conv2 2,64,24,32 3,64,24,32
res2.1.conv2_1 2,64,24,32 3,64,24,32
res2.1.conv2_2 2,64,24,32 3,64,24,32
add_3 2,64,24,32 3,64,24,32
large 2,75,24,32 3,75,24,32
lateral 2,32,24,32 3,32,24,32
upsample 2,32,48,64 3,32,48,64
x_1 2,64,48,64 3,64,48,64
small 2,75,48,64 3,75,48,64
*/
