package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, -1, -1}, name = "x", where = "H % 4 == 0 and W % 4 == 0")
@Forward("""
    c1 = self.inc(x)
    c2 = self.down1(F.max_pool2d(c1, 2))
    c3 = self.down2(F.max_pool2d(c2, 2))
    x = self.conv1(torch.cat((self.up1(c3), c2), 1))
    x = self.up2(x)
    x = self.conv2(torch.cat((x, c1), 1))
    return torch.sigmoid(self.outc(x))
    """)
class UNetFree {
  static class Block {}

  @Submodule(DoubleConv.class) Block inc;
  @Submodule(DoubleConv2.class) Block down1;
  @Submodule(DoubleConv3.class) Block down2;
  @ConvTranspose2d(in = 64, out = 32, k = 2, s = 2) Block up1;
  @Submodule(DoubleConv4.class) Block conv1;
  @Upsample(scale = 2.0, mode = Interpolation.BILINEAR, alignCorners = true) Block up2;
  @Submodule(DoubleConv5.class) Block conv2;
  @Conv2d(in = 16, out = 1, k = 1) Block outc;

  @Params("")
  @Forward("""
      x = F.relu(self.bn1(self.conv1(x)))
      x = F.relu(self.bn2(self.conv2(x)))
      return x
      """)
  static class DoubleConv {
    @Conv2d(in = 3, out = 16, k = 3, p = 1) Block conv1;
    @BatchNorm2d(16) Block bn1;
    @Conv2d(in = 16, out = 16, k = 3, p = 1) Block conv2;
    @BatchNorm2d(16) Block bn2;
  }

  @Params("")
  @Forward("""
      x = F.relu(self.bn1(self.conv1(x)))
      x = F.relu(self.bn2(self.conv2(x)))
      return x
      """)
  static class DoubleConv2 {
    @Conv2d(in = 16, out = 32, k = 3, p = 1) Block conv1;
    @BatchNorm2d(32) Block bn1;
    @Conv2d(in = 32, out = 32, k = 3, p = 1) Block conv2;
    @BatchNorm2d(32) Block bn2;
  }

  @Params("")
  @Forward("""
      x = F.relu(self.bn1(self.conv1(x)))
      x = F.relu(self.bn2(self.conv2(x)))
      return x
      """)
  static class DoubleConv3 {
    @Conv2d(in = 32, out = 64, k = 3, p = 1) Block conv1;
    @BatchNorm2d(64) Block bn1;
    @Conv2d(in = 64, out = 64, k = 3, p = 1) Block conv2;
    @BatchNorm2d(64) Block bn2;
  }

  @Params("")
  @Forward("""
      x = F.relu(self.bn1(self.conv1(x)))
      x = F.relu(self.bn2(self.conv2(x)))
      return x
      """)
  static class DoubleConv4 {
    @Conv2d(in = 64, out = 32, k = 3, p = 1) Block conv1;
    @BatchNorm2d(32) Block bn1;
    @Conv2d(in = 32, out = 32, k = 3, p = 1) Block conv2;
    @BatchNorm2d(32) Block bn2;
  }

  @Params("")
  @Forward("""
      x = F.relu(self.bn1(self.conv1(x)))
      x = F.relu(self.bn2(self.conv2(x)))
      return x
      """)
  static class DoubleConv5 {
    @Conv2d(in = 48, out = 16, k = 3, p = 1) Block conv1;
    @BatchNorm2d(16) Block bn1;
    @Conv2d(in = 16, out = 16, k = 3, p = 1) Block conv2;
    @BatchNorm2d(16) Block bn2;
  }
}

/* PyTorch 1.13.0:
parameters 117921
sizes N=2,H=32,W=44 N=3,H=20,W=8 N=5,H=4,W=36
inc.conv1 2,16,32,44 3,16,20,8 5,16,4,36
inc.bn1 2,16,32,44 3,16,20,8 5,16,4,36
relu 2,16,32,44 3,16,20,8 5,16,4,36
inc.conv2 2,16,32,44 3,16,20,8 5,16,4,36
inc.bn2 2,16,32,44 3,16,20,8 5,16,4,36
relu_1 2,16,32,44 3,16,20,8 5,16,4,36
max_pool2d 2,16,16,22 3,16,10,4 5,16,2,18
down1.conv1 2,32,16,22 3,32,10,4 5,32,2,18
down1.bn1 2,32,16,22 3,32,10,4 5,32,2,18
relu_2 2,32,16,22 3,32,10,4 5,32,2,18
down1.conv2 2,32,16,22 3,32,10,4 5,32,2,18
down1.bn2 2,32,16,22 3,32,10,4 5,32,2,18
relu_3 2,32,16,22 3,32,10,4 5,32,2,18
max_pool2d_1 2,32,8,11 3,32,5,2 5,32,1,9
down2.conv1 2,64,8,11 3,64,5,2 5,64,1,9
down2.bn1 2,64,8,11 3,64,5,2 5,64,1,9
relu_4 2,64,8,11 3,64,5,2 5,64,1,9
down2.conv2 2,64,8,11 3,64,5,2 5,64,1,9
down2.bn2 2,64,8,11 3,64,5,2 5,64,1,9
relu_5 2,64,8,11 3,64,5,2 5,64,1,9
up1 2,32,16,22 3,32,10,4 5,32,2,18
cat 2,64,16,22 3,64,10,4 5,64,2,18
conv1.conv1 2,32,16,22 3,32,10,4 5,32,2,18
conv1.bn1 2,32,16,22 3,32,10,4 5,32,2,18
relu_6 2,32,16,22 3,32,10,4 5,32,2,18
conv1.conv2 2,32,16,22 3,32,10,4 5,32,2,18
conv1.bn2 2,32,16,22 3,32,10,4 5,32,2,18
relu_7 2,32,16,22 3,32,10,4 5,32,2,18
x_1 2,32,32,44 3,32,20,8 5,32,4,36
cat_1 2,48,32,44 3,48,20,8 5,48,4,36
conv2.conv1 2,16,32,44 3,16,20,8 5,16,4,36
conv2.bn1 2,16,32,44 3,16,20,8 5,16,4,36
relu_8 2,16,32,44 3,16,20,8 5,16,4,36
conv2.conv2 2,16,32,44 3,16,20,8 5,16,4,36
conv2.bn2 2,16,32,44 3,16,20,8 5,16,4,36
relu_9 2,16,32,44 3,16,20,8 5,16,4,36
outc 2,1,32,44 3,1,20,8 5,1,4,36
sigmoid 2,1,32,44 3,1,20,8 5,1,4,36
*/
