package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 40, 56}, name = "x")
@Forward("""
    x = self.se1(F.relu(self.conv(x)))
    x = self.se2(F.relu(self.conv2(x)))
    x = x.mean([2, 3])
    return self.head(x)
    """)
class SENet {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 3, p = 1) Block conv;
  @Submodule(SELayer.class) Block se1;
  @Conv2d(in = 64, out = 128, k = 3, s = 2, p = 1) Block conv2;
  @Submodule(SELayer2.class) Block se2;
  @Linear(in = 128, out = 10) Block head;

  @Params("")
  static class Layers {
    @Linear(in = 64, out = 4, bias = false) Block l0;
    @ReLU Block l1;
    @Linear(in = 4, out = 64, bias = false) Block l2;
    @Sigmoid Block l3;
  }

  @Params("")
  @Forward("""
      b, c, _, _ = x.size()
      y = self.avg_pool(x).view(b, c)
      y = self.fc(y).view(b, c, 1, 1)
      return x * y.expand_as(x)
      """)
  static class SELayer {
    @AdaptiveAvgPool2d(1) Block avg_pool;
    @Submodule(Layers.class) Block fc;
  }

  @Params("")
  static class Layers2 {
    @Linear(in = 128, out = 8, bias = false) Block l0;
    @ReLU Block l1;
    @Linear(in = 8, out = 128, bias = false) Block l2;
    @Sigmoid Block l3;
  }

  @Params("")
  @Forward("""
      b, c, _, _ = x.size()
      y = self.avg_pool(x).view(b, c)
      y = self.fc(y).view(b, c, 1, 1)
      return x * y.expand_as(x)
      """)
  static class SELayer2 {
    @AdaptiveAvgPool2d(1) Block avg_pool;
    @Submodule(Layers2.class) Block fc;
  }
}

/* PyTorch 1.13.0:
parameters 79498
sizes N=2 N=3
conv 2,64,40,56 3,64,40,56
relu 2,64,40,56 3,64,40,56
se1.avg_pool 2,64,1,1 3,64,1,1
view 2,64 3,64
se1.fc.l0 2,4 3,4
se1.fc.l1 2,4 3,4
se1.fc.l2 2,64 3,64
se1.fc.l3 2,64 3,64
view_1 2,64,1,1 3,64,1,1
expand_as 2,64,40,56 3,64,40,56
mul 2,64,40,56 3,64,40,56
conv2 2,128,20,28 3,128,20,28
relu_1 2,128,20,28 3,128,20,28
se2.avg_pool 2,128,1,1 3,128,1,1
view_2 2,128 3,128
se2.fc.l0 2,8 3,8
se2.fc.l1 2,8 3,8
se2.fc.l2 2,128 3,128
se2.fc.l3 2,128 3,128
view_3 2,128,1,1 3,128,1,1
expand_as_1 2,128,20,28 3,128,20,28
mul_1 2,128,20,28 3,128,20,28
x_1 2,128 3,128
head 2,10 3,10
*/
