package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, -1, -1}, name = "x")
@Forward("""
    fea = self.conv_first(self.sub_mean(x))
    x1 = self.lrelu(self.conv1(fea))
    x2 = self.lrelu(self.conv2(torch.cat((fea, x1), 1)))
    x3 = self.conv3(torch.cat((fea, x1, x2), 1))
    fea = x3 * 0.2 + fea
    fea = self.lrelu(self.upconv1(F.interpolate(fea, scale_factor=2, mode='nearest')))
    out = self.conv_last(self.up(fea))
    base = F.interpolate(x, scale_factor=4, mode='bicubic', align_corners=False)
    out = out + base
    return out.clamp_(0.0, 1.0)
    """)
class ResidualDense {
  static class Block {}

  @Conv2d(in = 3, out = 3, k = 1) Block sub_mean;
  @Conv2d(in = 3, out = 32, k = 3, p = 1) Block conv_first;
  @Conv2d(in = 32, out = 16, k = 3, p = 1) Block conv1;
  @Conv2d(in = 48, out = 16, k = 3, p = 1) Block conv2;
  @Conv2d(in = 64, out = 32, k = 3, p = 1) Block conv3;
  @LeakyReLU(negativeSlope = 0.2) Block lrelu;
  @Conv2d(in = 32, out = 32, k = 3, p = 1) Block upconv1;
  @Conv2d(in = 32, out = 128, k = 3, p = 1) @PixelShuffle(2) @PReLU(32) Block up;
  @Conv2d(in = 32, out = 3, k = 3, p = 1) Block conv_last;
}

/* PyTorch 1.13.0:
parameters 78063
sizes N=2,H=9,W=14 N=3,H=5,W=3
sub_mean 2,3,9,14 3,3,5,3
conv_first 2,32,9,14 3,32,5,3
conv1 2,16,9,14 3,16,5,3
lrelu 2,16,9,14 3,16,5,3
cat 2,48,9,14 3,48,5,3
conv2 2,16,9,14 3,16,5,3
lrelu_1 2,16,9,14 3,16,5,3
cat_1 2,64,9,14 3,64,5,3
conv3 2,32,9,14 3,32,5,3
mul 2,32,9,14 3,32,5,3
add 2,32,9,14 3,32,5,3
interpolate 2,32,18,28 3,32,10,6
upconv1 2,32,18,28 3,32,10,6
lrelu_2 2,32,18,28 3,32,10,6
up 2,128,18,28 3,128,10,6
up_1 2,32,36,56 3,32,20,12
up_2 2,32,36,56 3,32,20,12
conv_last 2,3,36,56 3,3,20,12
base 2,3,36,56 3,3,20,12
out 2,3,36,56 3,3,20,12
clamp_ 2,3,36,56 3,3,20,12
*/
