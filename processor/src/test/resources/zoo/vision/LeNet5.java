package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 32, 32}, name = "img")
@Forward("""
    output = self.convnet(img)
    output = output.view(img.size(0), -1)
    return self.fc(output)
    """)
class LeNet5 {
  static class Block {}

  @Submodule(Layers.class) Block convnet;
  @Submodule(Layers2.class) Block fc;

  @Params("")
  static class Layers {
    @Conv2d(in = 1, out = 6, k = 5) Block l0;
    @Tanh Block l1;
    @AvgPool2d(k = 2) Block l2;
    @Conv2d(in = 6, out = 16, k = 5) Block l3;
    @Tanh Block l4;
    @AvgPool2d(k = 2) Block l5;
    @Conv2d(in = 16, out = 120, k = 5) Block l6;
    @Tanh Block l7;
  }

  @Params("")
  static class Layers2 {
    @Linear(in = 120, out = 84) Block l0;
    @Tanh Block l1;
    @Linear(in = 84, out = 10) Block l2;
    @LogSoftmax(dim = -1) Block l3;
  }
}

/* PyTorch 1.13.0:
parameters 61706
sizes N=2 N=3
convnet.l0 2,6,28,28 3,6,28,28
convnet.l1 2,6,28,28 3,6,28,28
convnet.l2 2,6,14,14 3,6,14,14
convnet.l3 2,16,10,10 3,16,10,10
convnet.l4 2,16,10,10 3,16,10,10
convnet.l5 2,16,5,5 3,16,5,5
convnet.l6 2,120,1,1 3,120,1,1
convnet.l7 2,120,1,1 3,120,1,1
output 2,120 3,120
fc.l0 2,84 3,84
fc.l1 2,84 3,84
fc.l2 2,10 3,10
fc.l3 2,10 3,10
*/
