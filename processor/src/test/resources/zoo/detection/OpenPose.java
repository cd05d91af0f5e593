package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, -1, -1}, name = "x", where = "H >= 4 and W >= 4")
@Forward("""
    out1 = self.model0(x)

    out1_1 = self.model1_1(out1)
    out1_2 = self.model1_2(out1)
    out2 = torch.cat([out1_1, out1_2, out1], 1)

    out2_1 = self.model2_1(out2)
    out2_2 = self.model2_2(out2)
    return out2_1, out2_2
    """)
class OpenPose {
  static class Block {}

  @Submodule(Layers.class) Block model0;
  @Submodule(Layers2.class) Block model1_1;
  @Submodule(Layers3.class) Block model1_2;
  @Submodule(Layers4.class) Block model2_1;
  @Submodule(Layers5.class) Block model2_2;

  @Params("")
  static class Layers {
    @Conv2d(in = 3, out = 16, k = 3, p = 1) Block l0;
    @ReLU Block l1;
    @MaxPool2d(k = 2) Block l2;
    @Conv2d(in = 16, out = 32, k = 3, p = 1) Block l3;
    @ReLU Block l4;
    @MaxPool2d(k = 2) Block l5;
  }

  @Params("")
  static class Layers2 {
    @Conv2d(in = 32, out = 16, k = 3, p = 1) Block l0;
    @ReLU Block l1;
    @Conv2d(in = 16, out = 38, k = 1) Block l2;
  }

  @Params("")
  static class Layers3 {
    @Conv2d(in = 32, out = 16, k = 3, p = 1) Block l0;
    @ReLU Block l1;
    @Conv2d(in = 16, out = 19, k = 1) Block l2;
  }

  @Params("")
  static class Layers4 {
    @Conv2d(in = 89, out = 16, k = 7, p = 3) Block l0;
    @ReLU Block l1;
    @Conv2d(in = 16, out = 38, k = 1) Block l2;
  }

  @Params("")
  static class Layers5 {
    @Conv2d(in = 89, out = 16, k = 7, p = 3) Block l0;
    @ReLU Block l1;
    @Conv2d(in = 16, out = 19, k = 1) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 155858
sizes N=2,H=40,W=64 N=3,H=33,W=25
model0.l0 2,16,40,64 3,16,33,25
model0.l1 2,16,40,64 3,16,33,25
model0.l2 2,16,20,32 3,16,16,12
model0.l3 2,32,20,32 3,32,16,12
model0.l4 2,32,20,32 3,32,16,12
model0.l5 2,32,10,16 3,32,8,6
model1_1.l0 2,16,10,16 3,16,8,6
model1_1.l1 2,16,10,16 3,16,8,6
model1_1.l2 2,38,10,16 3,38,8,6
model1_2.l0 2,16,10,16 3,16,8,6
model1_2.l1 2,16,10,16 3,16,8,6
model1_2.l2 2,19,10,16 3,19,8,6
out2 2,89,10,16 3,89,8,6
model2_1.l0 2,16,10,16 3,16,8,6
model2_1.l1 2,16,10,16 3,16,8,6
model2_1.l2 2,38,10,16 3,38,8,6
model2_2.l0 2,16,10,16 3,16,8,6
model2_2.l1 2,16,10,16 3,16,8,6
model2_2.l2 2,19,10,16 3,19,8,6
*/
