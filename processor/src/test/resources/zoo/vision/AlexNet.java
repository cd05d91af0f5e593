package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 224, 224}, name = "x")
@Forward("""
    x = self.features(x)
    x = self.avgpool(x)
    x = x.view(x.size(0), 256 * 6 * 6)
    x = self.classifier(x)
    return x
    """)
class AlexNet {
  static class Block {}

  @Submodule(Layers.class) Block features;
  @AdaptiveAvgPool2d(6) Block avgpool;
  @Submodule(Layers2.class) Block classifier;

  @Params("")
  static class Layers {
    @Conv2d(in = 3, out = 64, k = 11, s = 4, p = 2) Block l0;
    @ReLU Block l1;
    @MaxPool2d(k = 3, s = 2) Block l2;
    @Conv2d(in = 64, out = 192, k = 5, p = 2) Block l3;
    @ReLU Block l4;
    @MaxPool2d(k = 3, s = 2) Block l5;
    @Conv2d(in = 192, out = 384, k = 3, p = 1) Block l6;
    @ReLU Block l7;
    @Conv2d(in = 384, out = 256, k = 3, p = 1) Block l8;
    @ReLU Block l9;
    @Conv2d(in = 256, out = 256, k = 3, p = 1) Block l10;
    @ReLU Block l11;
    @MaxPool2d(k = 3, s = 2) Block l12;
  }

  @Params("")
  static class Layers2 {
    @Dropout Block l0;
    @Linear(in = 9216, out = 4096) Block l1;
    @ReLU Block l2;
    @Dropout Block l3;
    @Linear(in = 4096, out = 4096) Block l4;
    @ReLU Block l5;
    @Linear(in = 4096, out = 1000) Block l6;
  }
}

/* PyTorch 1.13.0:
parameters 61100840
sizes N=2 N=3
features.l0 2,64,55,55 3,64,55,55
features.l1 2,64,55,55 3,64,55,55
features.l2 2,64,27,27 3,64,27,27
features.l3 2,192,27,27 3,192,27,27
features.l4 2,192,27,27 3,192,27,27
features.l5 2,192,13,13 3,192,13,13
features.l6 2,384,13,13 3,384,13,13
features.l7 2,384,13,13 3,384,13,13
features.l8 2,256,13,13 3,256,13,13
features.l9 2,256,13,13 3,256,13,13
features.l10 2,256,13,13 3,256,13,13
features.l11 2,256,13,13 3,256,13,13
features.l12 2,256,6,6 3,256,6,6
x_1 2,256,6,6 3,256,6,6
x_2 2,9216 3,9216
classifier.l0 2,9216 3,9216
classifier.l1 2,4096 3,4096
classifier.l2 2,4096 3,4096
classifier.l3 2,4096 3,4096
classifier.l4 2,4096 3,4096
classifier.l5 2,4096 3,4096
classifier.l6 2,1000 3,1000
*/
