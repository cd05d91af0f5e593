package published;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;

@Input({3, 224, 224})
@Forward({
  "c11", "relu", "c12", "relu", "pool1", "c21", "relu", "c22", "relu", "pool2",
  "c31", "relu", "c32", "relu", "c33", "relu", "pool3", "c41", "relu", "c42", "relu", "c43", "relu", "pool4",
  "c51", "relu", "c52", "relu", "c53", "relu", "pool5", "flat", "fc1", "relu", "fc2", "relu", "fc3"
})
class Vgg16 {
  @Conv2d(in = 3, out = 64, k = 3, p = 1) Object c11;
  @Conv2d(in = 64, out = 64, k = 3, p = 1) Object c12;
  @MaxPool2d(2) Object pool1;
  @Conv2d(in = 64, out = 128, k = 3, p = 1) Object c21;
  @Conv2d(in = 128, out = 128, k = 3, p = 1) Object c22;
  @MaxPool2d(2) Object pool2;
  @Conv2d(in = 128, out = 256, k = 3, p = 1) Object c31;
  @Conv2d(in = 256, out = 256, k = 3, p = 1) Object c32;
  @Conv2d(in = 256, out = 256, k = 3, p = 1) Object c33;
  @MaxPool2d(2) Object pool3;
  @Conv2d(in = 256, out = 512, k = 3, p = 1) Object c41;
  @Conv2d(in = 512, out = 512, k = 3, p = 1) Object c42;
  @Conv2d(in = 512, out = 512, k = 3, p = 1) Object c43;
  @MaxPool2d(2) Object pool4;
  @Conv2d(in = 512, out = 512, k = 3, p = 1) Object c51;
  @Conv2d(in = 512, out = 512, k = 3, p = 1) Object c52;
  @Conv2d(in = 512, out = 512, k = 3, p = 1) Object c53;
  @MaxPool2d(2) Object pool5;
  @Flatten Object flat;
  @Linear(in = 512 * 7 * 7, out = 4096) Object fc1;
  @Linear(in = 4096, out = 4096) Object fc2;
  @Linear(in = 4096, out = 1000) Object fc3;
}
