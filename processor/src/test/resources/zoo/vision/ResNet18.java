package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 224, 224}, name = "x")
@Forward("""
    x = self.conv1(x)
    x = self.bn1(x)
    x = self.relu(x)
    x = self.maxpool(x)

    x = self.layer1(x)
    x = self.layer2(x)
    x = self.layer3(x)
    x = self.layer4(x)

    x = self.avgpool(x)
    x = torch.flatten(x, 1)
    return self.fc(x)
    """)
class ResNet18 {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 7, s = 2, p = 3, bias = false) Block conv1;
  @BatchNorm2d(64) Block bn1;
  @ReLU Block relu;
  @MaxPool2d(k = 3, s = 2, p = 1) Block maxpool;
  @Submodule(value = BasicBlock.class, repeat = 2) Block layer1;
  @Submodule(Layers.class) Block layer2;
  @Submodule(Layers2.class) Block layer3;
  @Submodule(Layers3.class) Block layer4;
  @AdaptiveAvgPool2d(1) Block avgpool;
  @Linear(in = 512, out = 1000) Block fc;

  @Params("")
  @Forward("""
      identity = x

      out = self.conv1(x)
      out = self.bn1(out)
      out = self.relu(out)

      out = self.conv2(out)
      out = self.bn2(out)

      out += identity
      out = self.relu(out)
      return out
      """)
  static class BasicBlock {
    @Conv2d(in = 64, out = 64, k = 3, p = 1, bias = false) Block conv1;
    @BatchNorm2d(64) Block bn1;
    @ReLU Block relu;
    @Conv2d(in = 64, out = 64, k = 3, p = 1, bias = false) Block conv2;
    @BatchNorm2d(64) Block bn2;
  }

  @Params("")
  @Forward("""
      out = self.relu(self.bn1(self.conv1(x)))
      out = self.bn2(self.conv2(out))
      return self.relu(out + self.downsample(x))
      """)
  static class DownBlock {
    @Conv2d(in = 64, out = 128, k = 3, s = 2, p = 1, bias = false) Block conv1;
    @BatchNorm2d(128) Block bn1;
    @ReLU Block relu;
    @Conv2d(in = 128, out = 128, k = 3, p = 1, bias = false) Block conv2;
    @BatchNorm2d(128) Block bn2;
    @Conv2d(in = 64, out = 128, k = 1, s = 2, bias = false) @BatchNorm2d(128) Block downsample;
  }

  @Params("")
  @Forward("""
      identity = x

      out = self.conv1(x)
      out = self.bn1(out)
      out = self.relu(out)

      out = self.conv2(out)
      out = self.bn2(out)

      out += identity
      out = self.relu(out)
      return out
      """)
  static class BasicBlock2 {
    @Conv2d(in = 128, out = 128, k = 3, p = 1, bias = false) Block conv1;
    @BatchNorm2d(128) Block bn1;
    @ReLU Block relu;
    @Conv2d(in = 128, out = 128, k = 3, p = 1, bias = false) Block conv2;
    @BatchNorm2d(128) Block bn2;
  }

  @Params("")
  static class Layers {
    @Submodule(DownBlock.class) Block l0;
    @Submodule(BasicBlock2.class) Block l1;
  }

  @Params("")
  @Forward("""
      out = self.relu(self.bn1(self.conv1(x)))
      out = self.bn2(self.conv2(out))
      return self.relu(out + self.downsample(x))
      """)
  static class DownBlock2 {
    @Conv2d(in = 128, out = 256, k = 3, s = 2, p = 1, bias = false) Block conv1;
    @BatchNorm2d(256) Block bn1;
    @ReLU Block relu;
    @Conv2d(in = 256, out = 256, k = 3, p = 1, bias = false) Block conv2;
    @BatchNorm2d(256) Block bn2;
    @Conv2d(in = 128, out = 256, k = 1, s = 2, bias = false) @BatchNorm2d(256) Block downsample;
  }

  @Params("")
  @Forward("""
      identity = x

      out = self.conv1(x)
      out = self.bn1(out)
      out = self.relu(out)

      out = self.conv2(out)
      out = self.bn2(out)

      out += identity
      out = self.relu(out)
      return out
      """)
  static class BasicBlock3 {
    @Conv2d(in = 256, out = 256, k = 3, p = 1, bias = false) Block conv1;
    @BatchNorm2d(256) Block bn1;
    @ReLU Block relu;
    @Conv2d(in = 256, out = 256, k = 3, p = 1, bias = false) Block conv2;
    @BatchNorm2d(256) Block bn2;
  }

  @Params("")
  static class Layers2 {
    @Submodule(DownBlock2.class) Block l0;
    @Submodule(BasicBlock3.class) Block l1;
  }

  @Params("")
  @Forward("""
      out = self.relu(self.bn1(self.conv1(x)))
      out = self.bn2(self.conv2(out))
      return self.relu(out + self.downsample(x))
      """)
  static class DownBlock3 {
    @Conv2d(in = 256, out = 512, k = 3, s = 2, p = 1, bias = false) Block conv1;
    @BatchNorm2d(512) Block bn1;
    @ReLU Block relu;
    @Conv2d(in = 512, out = 512, k = 3, p = 1, bias = false) Block conv2;
    @BatchNorm2d(512) Block bn2;
    @Conv2d(in = 256, out = 512, k = 1, s = 2, bias = false) @BatchNorm2d(512) Block downsample;
  }

  @Params("")
  @Forward("""
      identity = x

      out = self.conv1(x)
      out = self.bn1(out)
      out = self.relu(out)

      out = self.conv2(out)
      out = self.bn2(out)

      out += identity
      out = self.relu(out)
      return out
      """)
  static class BasicBlock4 {
    @Conv2d(in = 512, out = 512, k = 3, p = 1, bias = false) Block conv1;
    @BatchNorm2d(512) Block bn1;
    @ReLU Block relu;
    @Conv2d(in = 512, out = 512, k = 3, p = 1, bias = false) Block conv2;
    @BatchNorm2d(512) Block bn2;
  }

  @Params("")
  static class Layers3 {
    @Submodule(DownBlock3.class) Block l0;
    @Submodule(BasicBlock4.class) Block l1;
  }
}

/* PyTorch 1.13.0:
parameters 11689512
sizes N=2 N=3
x_1 2,64,112,112 3,64,112,112
x_2 2,64,112,112 3,64,112,112
x_3 2,64,112,112 3,64,112,112
x_4 2,64,56,56 3,64,56,56
out 2,64,56,56 3,64,56,56
out_1 2,64,56,56 3,64,56,56
out_2 2,64,56,56 3,64,56,56
out_3 2,64,56,56 3,64,56,56
out_4 2,64,56,56 3,64,56,56
out_5 2,64,56,56 3,64,56,56
out_6 2,64,56,56 3,64,56,56
out_7 2,64,56,56 3,64,56,56
out_8 2,64,56,56 3,64,56,56
out_9 2,64,56,56 3,64,56,56
out_10 2,64,56,56 3,64,56,56
out_11 2,64,56,56 3,64,56,56
out_12 2,64,56,56 3,64,56,56
out_13 2,64,56,56 3,64,56,56
layer2.l0.conv1 2,128,28,28 3,128,28,28
layer2.l0.bn1 2,128,28,28 3,128,28,28
layer2.l0.relu 2,128,28,28 3,128,28,28
layer2.l0.conv2 2,128,28,28 3,128,28,28
layer2.l0.bn2 2,128,28,28 3,128,28,28
layer2.l0.downsample 2,128,28,28 3,128,28,28
layer2.l0.downsample_1 2,128,28,28 3,128,28,28
add 2,128,28,28 3,128,28,28
layer2.l0.relu_1 2,128,28,28 3,128,28,28
out_14 2,128,28,28 3,128,28,28
out_15 2,128,28,28 3,128,28,28
out_16 2,128,28,28 3,128,28,28
out_17 2,128,28,28 3,128,28,28
out_18 2,128,28,28 3,128,28,28
out_19 2,128,28,28 3,128,28,28
out_20 2,128,28,28 3,128,28,28
layer3.l0.conv1 2,256,14,14 3,256,14,14
layer3.l0.bn1 2,256,14,14 3,256,14,14
layer3.l0.relu 2,256,14,14 3,256,14,14
layer3.l0.conv2 2,256,14,14 3,256,14,14
layer3.l0.bn2 2,256,14,14 3,256,14,14
layer3.l0.downsample 2,256,14,14 3,256,14,14
layer3.l0.downsample_1 2,256,14,14 3,256,14,14
add_1 2,256,14,14 3,256,14,14
layer3.l0.relu_1 2,256,14,14 3,256,14,14
out_21 2,256,14,14 3,256,14,14
out_22 2,256,14,14 3,256,14,14
out_23 2,256,14,14 3,256,14,14
out_24 2,256,14,14 3,256,14,14
out_25 2,256,14,14 3,256,14,14
out_26 2,256,14,14 3,256,14,14
out_27 2,256,14,14 3,256,14,14
layer4.l0.conv1 2,512,7,7 3,512,7,7
layer4.l0.bn1 2,512,7,7 3,512,7,7
layer4.l0.relu 2,512,7,7 3,512,7,7
layer4.l0.conv2 2,512,7,7 3,512,7,7
layer4.l0.bn2 2,512,7,7 3,512,7,7
layer4.l0.downsample 2,512,7,7 3,512,7,7
layer4.l0.downsample_1 2,512,7,7 3,512,7,7
add_2 2,512,7,7 3,512,7,7
layer4.l0.relu_1 2,512,7,7 3,512,7,7
out_28 2,512,7,7 3,512,7,7
out_29 2,512,7,7 3,512,7,7
out_30 2,512,7,7 3,512,7,7
out_31 2,512,7,7 3,512,7,7
out_32 2,512,7,7 3,512,7,7
out_33 2,512,7,7 3,512,7,7
out_34 2,512,7,7 3,512,7,7
x_5 2,512,1,1 3,512,1,1
x_6 2,512 3,512
fc 2,1000 3,1000
*/
