package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 61, 45}, name = "x")
@Forward("""
    hx1 = self.stage1(x)
    hx2 = self.stage2(self.pool12(hx1))
    hx2up = F.interpolate(hx2, size=(hx1.shape[2], hx1.shape[3]), mode='bilinear', align_corners=False)
    hx1d = self.stage1d(torch.cat((hx2up, hx1), 1))
    d1 = self.side1(hx1d)
    d2 = F.interpolate(self.side2(hx2), size=d1.shape[2:], mode='bilinear')
    d0 = self.outconv(torch.cat((d1, d2), 1))
    return torch.sigmoid(d0), torch.sigmoid(d1), torch.sigmoid(d2)
    """)
class U2Net {
  static class Block {}

  @Submodule(Rsu.class) Block stage1;
  @MaxPool2d(k = 2, ceilMode = true) Block pool12;
  @Submodule(Rsu2.class) Block stage2;
  @Submodule(Rsu3.class) Block stage1d;
  @Conv2d(in = 64, out = 1, k = 3, p = 1) Block side1;
  @Conv2d(in = 64, out = 1, k = 3, p = 1) Block side2;
  @Conv2d(in = 2, out = 1, k = 1) Block outconv;

  @Params("")
  @Forward("""
      hx = x
      hxin = self.rebnconvin(hx)

      hx1 = self.rebnconv1(hxin)
      hx = self.pool1(hx1)

      hx2 = self.rebnconv2(hx)
      hx3 = self.rebnconv3(hx2)

      hx2d = self.rebnconv2d(torch.cat((hx3, hx2), 1))
      hx2dup = F.interpolate(hx2d, size=hx1.shape[2:], mode="bilinear")

      hx1d = self.rebnconv1d(torch.cat((hx2dup, hx1), 1))

      return hx1d + hxin
      """)
  static class Rsu {
    @Conv2d(in = 3, out = 64, k = 3, p = 1) @BatchNorm2d(64) @ReLU Block rebnconvin;
    @Conv2d(in = 64, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv1;
    @MaxPool2d(k = 2, ceilMode = true) Block pool1;
    @Conv2d(in = 16, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv2;
    @Conv2d(in = 16, out = 16, k = 3, p = 2, d = 2) @BatchNorm2d(16) @ReLU Block rebnconv3;
    @Conv2d(in = 32, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv2d;
    @Conv2d(in = 32, out = 64, k = 3, p = 1) @BatchNorm2d(64) @ReLU Block rebnconv1d;
  }

  @Params("")
  @Forward("""
      hx = x
      hxin = self.rebnconvin(hx)

      hx1 = self.rebnconv1(hxin)
      hx = self.pool1(hx1)

      hx2 = self.rebnconv2(hx)
      hx3 = self.rebnconv3(hx2)

      hx2d = self.rebnconv2d(torch.cat((hx3, hx2), 1))
      hx2dup = F.interpolate(hx2d, size=hx1.shape[2:], mode="bilinear")

      hx1d = self.rebnconv1d(torch.cat((hx2dup, hx1), 1))

      return hx1d + hxin
      """)
  static class Rsu2 {
    @Conv2d(in = 64, out = 64, k = 3, p = 1) @BatchNorm2d(64) @ReLU Block rebnconvin;
    @Conv2d(in = 64, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv1;
    @MaxPool2d(k = 2, ceilMode = true) Block pool1;
    @Conv2d(in = 16, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv2;
    @Conv2d(in = 16, out = 16, k = 3, p = 2, d = 2) @BatchNorm2d(16) @ReLU Block rebnconv3;
    @Conv2d(in = 32, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv2d;
    @Conv2d(in = 32, out = 64, k = 3, p = 1) @BatchNorm2d(64) @ReLU Block rebnconv1d;
  }

  @Params("")
  @Forward("""
      hx = x
      hxin = self.rebnconvin(hx)

      hx1 = self.rebnconv1(hxin)
      hx = self.pool1(hx1)

      hx2 = self.rebnconv2(hx)
      hx3 = self.rebnconv3(hx2)

      hx2d = self.rebnconv2d(torch.cat((hx3, hx2), 1))
      hx2dup = F.interpolate(hx2d, size=hx1.shape[2:], mode="bilinear")

      hx1d = self.rebnconv1d(torch.cat((hx2dup, hx1), 1))

      return hx1d + hxin
      """)
  static class Rsu3 {
    @Conv2d(in = 128, out = 64, k = 3, p = 1) @BatchNorm2d(64) @ReLU Block rebnconvin;
    @Conv2d(in = 64, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv1;
    @MaxPool2d(k = 2, ceilMode = true) Block pool1;
    @Conv2d(in = 16, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv2;
    @Conv2d(in = 16, out = 16, k = 3, p = 2, d = 2) @BatchNorm2d(16) @ReLU Block rebnconv3;
    @Conv2d(in = 32, out = 16, k = 3, p = 1) @BatchNorm2d(16) @ReLU Block rebnconv2d;
    @Conv2d(in = 32, out = 64, k = 3, p = 1) @BatchNorm2d(64) @ReLU Block rebnconv1d;
  }
}

/* PyTorch 1.13.0:
parameters 225797
sizes N=2 N=3
stage1.rebnconvin 2,64,61,45 3,64,61,45
stage1.rebnconvin_1 2,64,61,45 3,64,61,45
stage1.rebnconvin_2 2,64,61,45 3,64,61,45
stage1.rebnconv1 2,16,61,45 3,16,61,45
stage1.rebnconv1_1 2,16,61,45 3,16,61,45
stage1.rebnconv1_2 2,16,61,45 3,16,61,45
hx 2,16,31,23 3,16,31,23
stage1.rebnconv2 2,16,31,23 3,16,31,23
stage1.rebnconv2_1 2,16,31,23 3,16,31,23
stage1.rebnconv2_2 2,16,31,23 3,16,31,23
stage1.rebnconv3 2,16,31,23 3,16,31,23
stage1.rebnconv3_1 2,16,31,23 3,16,31,23
stage1.rebnconv3_2 2,16,31,23 3,16,31,23
cat 2,32,31,23 3,32,31,23
stage1.rebnconv2d 2,16,31,23 3,16,31,23
stage1.rebnconv2d_1 2,16,31,23 3,16,31,23
stage1.rebnconv2d_2 2,16,31,23 3,16,31,23
hx2dup 2,16,61,45 3,16,61,45
cat_1 2,32,61,45 3,32,61,45
stage1.rebnconv1d 2,64,61,45 3,64,61,45
stage1.rebnconv1d_1 2,64,61,45 3,64,61,45
stage1.rebnconv1d_2 2,64,61,45 3,64,61,45
add 2,64,61,45 3,64,61,45
pool12 2,64,31,23 3,64,31,23
stage2.rebnconvin 2,64,31,23 3,64,31,23
stage2.rebnconvin_1 2,64,31,23 3,64,31,23
stage2.rebnconvin_2 2,64,31,23 3,64,31,23
stage2.rebnconv1 2,16,31,23 3,16,31,23
stage2.rebnconv1_1 2,16,31,23 3,16,31,23
stage2.rebnconv1_2 2,16,31,23 3,16,31,23
hx_1 2,16,16,12 3,16,16,12
stage2.rebnconv2 2,16,16,12 3,16,16,12
stage2.rebnconv2_1 2,16,16,12 3,16,16,12
stage2.rebnconv2_2 2,16,16,12 3,16,16,12
stage2.rebnconv3 2,16,16,12 3,16,16,12
stage2.rebnconv3_1 2,16,16,12 3,16,16,12
stage2.rebnconv3_2 2,16,16,12 3,16,16,12
cat_2 2,32,16,12 3,32,16,12
stage2.rebnconv2d 2,16,16,12 3,16,16,12
stage2.rebnconv2d_1 2,16,16,12 3,16,16,12
stage2.rebnconv2d_2 2,16,16,12 3,16,16,12
hx2dup_1 2,16,31,23 3,16,31,23
cat_3 2,32,31,23 3,32,31,23
stage2.rebnconv1d 2,64,31,23 3,64,31,23
stage2.rebnconv1d_1 2,64,31,23 3,64,31,23
stage2.rebnconv1d_2 2,64,31,23 3,64,31,23
add_1 2,64,31,23 3,64,31,23
hx2up 2,64,61,45 3,64,61,45
cat_6 2,128,61,45 3,128,61,45
stage1d.rebnconvin 2,64,61,45 3,64,61,45
stage1d.rebnconvin_1 2,64,61,45 3,64,61,45
stage1d.rebnconvin_2 2,64,61,45 3,64,61,45
stage1d.rebnconv1 2,16,61,45 3,16,61,45
stage1d.rebnconv1_1 2,16,61,45 3,16,61,45
stage1d.rebnconv1_2 2,16,61,45 3,16,61,45
hx_2 2,16,31,23 3,16,31,23
stage1d.rebnconv2 2,16,31,23 3,16,31,23
stage1d.rebnconv2_1 2,16,31,23 3,16,31,23
stage1d.rebnconv2_2 2,16,31,23 3,16,31,23
stage1d.rebnconv3 2,16,31,23 3,16,31,23
stage1d.rebnconv3_1 2,16,31,23 3,16,31,23
stage1d.rebnconv3_2 2,16,31,23 3,16,31,23
cat_4 2,32,31,23 3,32,31,23
stage1d.rebnconv2d 2,16,31,23 3,16,31,23
stage1d.rebnconv2d_1 2,16,31,23 3,16,31,23
stage1d.rebnconv2d_2 2,16,31,23 3,16,31,23
hx2dup_2 2,16,61,45 3,16,61,45
cat_5 2,32,61,45 3,32,61,45
stage1d.rebnconv1d 2,64,61,45 3,64,61,45
stage1d.rebnconv1d_1 2,64,61,45 3,64,61,45
stage1d.rebnconv1d_2 2,64,61,45 3,64,61,45
add_2 2,64,61,45 3,64,61,45
d1 2,1,61,45 3,1,61,45
side2 2,1,31,23 3,1,31,23
interpolate 2,1,61,45 3,1,61,45
cat_7 2,2,61,45 3,2,61,45
outconv 2,1,61,45 3,1,61,45
sigmoid 2,1,61,45 3,1,61,45
sigmoid_1 2,1,61,45 3,1,61,45
sigmoid_2 2,1,61,45 3,1,61,45
*/
