package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 128, 96}, name = "x")
@Forward("""
    features = self.stem(x)
    features = self.trans1(self.block1(features))
    features = self.trans2(self.block2(features))
    out = F.relu(self.norm(features), inplace=True)
    out = F.adaptive_avg_pool2d(out, (1, 1)).view(features.size(0), -1)
    return self.classifier(out)
    """)
class DenseNet {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 7, s = 2, p = 3, bias = false) @BatchNorm2d(64) @ReLU @MaxPool2d(k = 3, s = 2, p = 1) Block stem;
  @Submodule(Layers.class) Block block1;
  @Submodule(Transition.class) Block trans1;
  @Submodule(Layers2.class) Block block2;
  @Submodule(Transition.class) Block trans2;
  @BatchNorm2d(96) Block norm;
  @Linear(in = 96, out = 100) Block classifier;

  @Params("")
  @Forward("""
      new_features = self.conv1(F.relu(self.norm1(x)))
      new_features = self.conv2(F.relu(self.norm2(new_features)))
      new_features = self.drop(new_features)
      return torch.cat([x, new_features], 1)
      """)
  static class DenseLayer {
    @BatchNorm2d(64) Block norm1;
    @Conv2d(in = 64, out = 128, k = 1, bias = false) Block conv1;
    @BatchNorm2d(128) Block norm2;
    @Conv2d(in = 128, out = 32, k = 3, p = 1, bias = false) Block conv2;
    @Dropout2d(0.2) Block drop;
  }

  @Params("")
  @Forward("""
      new_features = self.conv1(F.relu(self.norm1(x)))
      new_features = self.conv2(F.relu(self.norm2(new_features)))
      new_features = self.drop(new_features)
      return torch.cat([x, new_features], 1)
      """)
  static class DenseLayer2 {
    @BatchNorm2d(96) Block norm1;
    @Conv2d(in = 96, out = 128, k = 1, bias = false) Block conv1;
    @BatchNorm2d(128) Block norm2;
    @Conv2d(in = 128, out = 32, k = 3, p = 1, bias = false) Block conv2;
    @Dropout2d(0.2) Block drop;
  }

  @Params("")
  @Forward("""
      new_features = self.conv1(F.relu(self.norm1(x)))
      new_features = self.conv2(F.relu(self.norm2(new_features)))
      new_features = self.drop(new_features)
      return torch.cat([x, new_features], 1)
      """)
  static class DenseLayer3 {
    @BatchNorm2d(128) Block norm1;
    @Conv2d(in = 128, out = 128, k = 1, bias = false) Block conv1;
    @BatchNorm2d(128) Block norm2;
    @Conv2d(in = 128, out = 32, k = 3, p = 1, bias = false) Block conv2;
    @Dropout2d(0.2) Block drop;
  }

  @Params("")
  @Forward("""
      new_features = self.conv1(F.relu(self.norm1(x)))
      new_features = self.conv2(F.relu(self.norm2(new_features)))
      new_features = self.drop(new_features)
      return torch.cat([x, new_features], 1)
      """)
  static class DenseLayer4 {
    @BatchNorm2d(160) Block norm1;
    @Conv2d(in = 160, out = 128, k = 1, bias = false) Block conv1;
    @BatchNorm2d(128) Block norm2;
    @Conv2d(in = 128, out = 32, k = 3, p = 1, bias = false) Block conv2;
    @Dropout2d(0.2) Block drop;
  }

  @Params("")
  static class Layers {
    @Submodule(DenseLayer.class) Block l0;
    @Submodule(DenseLayer2.class) Block l1;
    @Submodule(DenseLayer3.class) Block l2;
    @Submodule(DenseLayer4.class) Block l3;
  }

  @Params("")
  @Forward("""
      out = self.conv(F.relu(self.norm(x)))
      return F.avg_pool2d(out, kernel_size=2, stride=2)
      """)
  static class Transition {
    @BatchNorm2d(192) Block norm;
    @Conv2d(in = 192, out = 96, k = 1, bias = false) Block conv;
  }

  @Params("")
  static class Layers2 {
    @Submodule(DenseLayer2.class) Block l0;
    @Submodule(DenseLayer3.class) Block l1;
    @Submodule(DenseLayer4.class) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 425060
sizes N=2 N=3
stem 2,64,64,48 3,64,64,48
stem_1 2,64,64,48 3,64,64,48
stem_2 2,64,64,48 3,64,64,48
stem_3 2,64,32,24 3,64,32,24
block1.l0.norm1 2,64,32,24 3,64,32,24
relu 2,64,32,24 3,64,32,24
block1.l0.conv1 2,128,32,24 3,128,32,24
block1.l0.norm2 2,128,32,24 3,128,32,24
relu_1 2,128,32,24 3,128,32,24
block1.l0.conv2 2,32,32,24 3,32,32,24
new_features 2,32,32,24 3,32,32,24
cat 2,96,32,24 3,96,32,24
block1.l1.norm1 2,96,32,24 3,96,32,24
relu_2 2,96,32,24 3,96,32,24
block1.l1.conv1 2,128,32,24 3,128,32,24
block1.l1.norm2 2,128,32,24 3,128,32,24
relu_3 2,128,32,24 3,128,32,24
block1.l1.conv2 2,32,32,24 3,32,32,24
new_features_1 2,32,32,24 3,32,32,24
cat_1 2,128,32,24 3,128,32,24
block1.l2.norm1 2,128,32,24 3,128,32,24
relu_4 2,128,32,24 3,128,32,24
block1.l2.conv1 2,128,32,24 3,128,32,24
block1.l2.norm2 2,128,32,24 3,128,32,24
relu_5 2,128,32,24 3,128,32,24
block1.l2.conv2 2,32,32,24 3,32,32,24
new_features_2 2,32,32,24 3,32,32,24
cat_2 2,160,32,24 3,160,32,24
block1.l3.norm1 2,160,32,24 3,160,32,24
relu_6 2,160,32,24 3,160,32,24
block1.l3.conv1 2,128,32,24 3,128,32,24
block1.l3.norm2 2,128,32,24 3,128,32,24
relu_7 2,128,32,24 3,128,32,24
block1.l3.conv2 2,32,32,24 3,32,32,24
new_features_3 2,32,32,24 3,32,32,24
cat_3 2,192,32,24 3,192,32,24
trans1.norm 2,192,32,24 3,192,32,24
relu_8 2,192,32,24 3,192,32,24
trans1.conv 2,96,32,24 3,96,32,24
avg_pool2d 2,96,16,12 3,96,16,12
block2.l0.norm1 2,96,16,12 3,96,16,12
relu_9 2,96,16,12 3,96,16,12
block2.l0.conv1 2,128,16,12 3,128,16,12
block2.l0.norm2 2,128,16,12 3,128,16,12
relu_10 2,128,16,12 3,128,16,12
block2.l0.conv2 2,32,16,12 3,32,16,12
new_features_4 2,32,16,12 3,32,16,12
cat_4 2,128,16,12 3,128,16,12
block2.l1.norm1 2,128,16,12 3,128,16,12
relu_11 2,128,16,12 3,128,16,12
block2.l1.conv1 2,128,16,12 3,128,16,12
block2.l1.norm2 2,128,16,12 3,128,16,12
relu_12 2,128,16,12 3,128,16,12
block2.l1.conv2 2,32,16,12 3,32,16,12
new_features_5 2,32,16,12 3,32,16,12
cat_5 2,160,16,12 3,160,16,12
block2.l2.norm1 2,160,16,12 3,160,16,12
relu_13 2,160,16,12 3,160,16,12
block2.l2.conv1 2,128,16,12 3,128,16,12
block2.l2.norm2 2,128,16,12 3,128,16,12
relu_14 2,128,16,12 3,128,16,12
block2.l2.conv2 2,32,16,12 3,32,16,12
new_features_6 2,32,16,12 3,32,16,12
cat_6 2,192,16,12 3,192,16,12
trans2.norm 2,192,16,12 3,192,16,12
relu_15 2,192,16,12 3,192,16,12
trans2.conv 2,96,16,12 3,96,16,12
avg_pool2d_1 2,96,8,6 3,96,8,6
norm 2,96,8,6 3,96,8,6
relu_16 2,96,8,6 3,96,8,6
adaptive_avg_pool2d 2,96,1,1 3,96,1,1
view 2,96 3,96
classifier 2,100 3,100
*/
