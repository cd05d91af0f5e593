package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, -1, -1}, name = "x", where = "H >= 4 and W >= 4")
@Forward("""
    \""" Base network \"""
    s1 = self.slice1(x)
    s2 = self.slice2(s1)
    s3 = self.slice3(s2)
    sources = [self.slice5(s3), s3, s2, s1]

    \""" U network \"""
    y = torch.cat([sources[0], sources[1]], dim=1)
    y = self.upconv1(y)

    y = F.interpolate(y, size=sources[2].size()[2:], mode='bilinear', align_corners=False)
    y = torch.cat([y, sources[2]], dim=1)
    y = self.upconv2(y)

    y = F.interpolate(y, size=sources[3].size()[2:], mode='bilinear', align_corners=False)
    y = torch.cat([y, sources[3]], dim=1)
    feature = self.upconv3(y)

    y = self.conv_cls(feature)

    return y.permute(0, 2, 3, 1), feature
    """)
class CraftHead {
  static class Block {}

  @Conv2d(in = 3, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block slice1;
  @MaxPool2d(k = 2) @Conv2d(in = 16, out = 24, k = 3, p = 1) @ReLU Block slice2;
  @MaxPool2d(k = 2) @Conv2d(in = 24, out = 32, k = 3, p = 1) @ReLU Block slice3;
  @Submodule(Layers.class) Block slice5;
  @Conv2d(in = 72, out = 24, k = 1) Block upconv1;
  @Conv2d(in = 48, out = 16, k = 1) Block upconv2;
  @Conv2d(in = 32, out = 8, k = 1) Block upconv3;
  @Conv2d(in = 8, out = 2, k = 1) Block conv_cls;

  @Params("")
  static class Layers {
    @MaxPool2d(k = 3, s = 1, p = 1) Block l0;
    @Conv2d(in = 32, out = 40, k = 3, p = 6, d = 6) Block l1;
    @Conv2d(in = 40, out = 40, k = 1) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 26922
sizes N=2,H=40,W=50 N=3,H=33,W=26
slice1 2,16,40,50 3,16,33,26
slice1_1 2,16,40,50 3,16,33,26
slice1_2 2,16,40,50 3,16,33,26
slice2 2,16,20,25 3,16,16,13
slice2_1 2,24,20,25 3,24,16,13
slice2_2 2,24,20,25 3,24,16,13
slice3 2,24,10,12 3,24,8,6
slice3_1 2,32,10,12 3,32,8,6
slice3_2 2,32,10,12 3,32,8,6
slice5.l0 2,32,10,12 3,32,8,6
slice5.l1 2,40,10,12 3,40,8,6
slice5.l2 2,40,10,12 3,40,8,6
y 2,72,10,12 3,72,8,6
y_1 2,24,10,12 3,24,8,6
y_2 2,24,20,25 3,24,16,13
y_3 2,48,20,25 3,48,16,13
y_4 2,16,20,25 3,16,16,13
y_5 2,16,40,50 3,16,33,26
y_6 2,32,40,50 3,32,33,26
feature 2,8,40,50 3,8,33,26
y_7 2,2,40,50 3,2,33,26
permute 2,40,50,2 3,33,26,2
*/
