package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 101, 133}, name = "x")
@Forward("""
    x1 = self.inc(x)
    x2 = self.down1(x1)
    x3 = self.down2(x2)
    x = self.up1(x3, x2)
    x = self.up2(x, x1)
    logits = self.outc(x)
    return logits
    """)
class UNetPadded {
  static class Block {}

  @Submodule(DoubleConv.class) Block inc;
  @Submodule(Layers.class) Block down1;
  @Submodule(Layers2.class) Block down2;
  @Submodule(Up.class) Block up1;
  @Submodule(Up2.class) Block up2;
  @Conv2d(in = 16, out = 5, k = 1) Block outc;

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
  static class Layers {
    @MaxPool2d(k = 2) Block l0;
    @Submodule(DoubleConv2.class) Block l1;
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
  static class Layers2 {
    @MaxPool2d(k = 2) Block l0;
    @Submodule(DoubleConv3.class) Block l1;
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
      def forward(self, x1, x2):
          x1 = self.up(x1)
          # input is CHW
          diffY = x2.size()[2] - x1.size()[2]
          diffX = x2.size()[3] - x1.size()[3]
          x1 = F.pad(x1, [diffX // 2, diffX - diffX // 2,
                          diffY // 2, diffY - diffY // 2])
          x = torch.cat([x2, x1], dim=1)
          return self.conv(x)
      """)
  static class Up {
    @ConvTranspose2d(in = 64, out = 32, k = 2, s = 2) Block up;
    @Submodule(DoubleConv4.class) Block conv;
  }

  @Params("")
  @Forward("""
      x = F.relu(self.bn1(self.conv1(x)))
      x = F.relu(self.bn2(self.conv2(x)))
      return x
      """)
  static class DoubleConv5 {
    @Conv2d(in = 32, out = 16, k = 3, p = 1) Block conv1;
    @BatchNorm2d(16) Block bn1;
    @Conv2d(in = 16, out = 16, k = 3, p = 1) Block conv2;
    @BatchNorm2d(16) Block bn2;
  }

  @Params("")
  @Forward("""
      def forward(self, x1, x2):
          x1 = self.up(x1)
          # input is CHW
          diffY = x2.size()[2] - x1.size()[2]
          diffX = x2.size()[3] - x1.size()[3]
          x1 = F.pad(x1, [diffX // 2, diffX - diffX // 2,
                          diffY // 2, diffY - diffY // 2])
          x = torch.cat([x2, x1], dim=1)
          return self.conv(x)
      """)
  static class Up2 {
    @ConvTranspose2d(in = 32, out = 16, k = 2, s = 2) Block up;
    @Submodule(DoubleConv5.class) Block conv;
  }
}

/* PyTorch 1.13.0:
parameters 117749
sizes N=2 N=3
inc.conv1 2,16,101,133 3,16,101,133
inc.bn1 2,16,101,133 3,16,101,133
relu 2,16,101,133 3,16,101,133
inc.conv2 2,16,101,133 3,16,101,133
inc.bn2 2,16,101,133 3,16,101,133
relu_1 2,16,101,133 3,16,101,133
down1.l0 2,16,50,66 3,16,50,66
down1.l1.conv1 2,32,50,66 3,32,50,66
down1.l1.bn1 2,32,50,66 3,32,50,66
relu_2 2,32,50,66 3,32,50,66
down1.l1.conv2 2,32,50,66 3,32,50,66
down1.l1.bn2 2,32,50,66 3,32,50,66
relu_3 2,32,50,66 3,32,50,66
down2.l0 2,32,25,33 3,32,25,33
down2.l1.conv1 2,64,25,33 3,64,25,33
down2.l1.bn1 2,64,25,33 3,64,25,33
relu_4 2,64,25,33 3,64,25,33
down2.l1.conv2 2,64,25,33 3,64,25,33
down2.l1.bn2 2,64,25,33 3,64,25,33
relu_5 2,64,25,33 3,64,25,33
x1 2,32,50,66 3,32,50,66
x1_1 2,32,50,66 3,32,50,66
x_1 2,64,50,66 3,64,50,66
up1.conv.conv1 2,32,50,66 3,32,50,66
up1.conv.bn1 2,32,50,66 3,32,50,66
relu_6 2,32,50,66 3,32,50,66
up1.conv.conv2 2,32,50,66 3,32,50,66
up1.conv.bn2 2,32,50,66 3,32,50,66
relu_7 2,32,50,66 3,32,50,66
x1_2 2,16,100,132 3,16,100,132
x1_3 2,16,101,133 3,16,101,133
x_2 2,32,101,133 3,32,101,133
up2.conv.conv1 2,16,101,133 3,16,101,133
up2.conv.bn1 2,16,101,133 3,16,101,133
relu_8 2,16,101,133 3,16,101,133
up2.conv.conv2 2,16,101,133 3,16,101,133
up2.conv.bn2 2,16,101,133 3,16,101,133
relu_9 2,16,101,133 3,16,101,133
logits 2,5,101,133 3,5,101,133
*/
