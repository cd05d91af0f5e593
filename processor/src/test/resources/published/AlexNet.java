package published;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;

@Input({3, 224, 224})
@Forward({
  "conv1", "relu", "pool", "conv2", "relu", "pool", "conv3", "relu", "conv4", "relu", "conv5", "relu", "pool5",
  "avg", "flatten", "fc1", "relu", "fc2", "relu", "fc3"
})
class AlexNet {
  @Conv2d(in = 3, out = 64, k = 11, s = 4, p = 2) Object conv1;
  @MaxPool2d(k = 3, s = 2) Object pool;
  @Conv2d(in = 64, out = 192, k = 5, p = 2) Object conv2;
  @Conv2d(in = 192, out = 384, k = 3, p = 1) Object conv3;
  @Conv2d(in = 384, out = 256, k = 3, p = 1) Object conv4;
  @Conv2d(in = 256, out = 256, k = 3, p = 1) Object conv5;
  @MaxPool2d(k = 3, s = 2) Object pool5;
  @AdaptiveAvgPool2d(6) Object avg;
  @Flatten Object flatten;
  @Linear(in = 256 * 6 * 6, out = 4096) Object fc1;
  @Linear(in = 4096, out = 4096) Object fc2;
  @Linear(in = 4096, out = 1000) Object fc3;
}
