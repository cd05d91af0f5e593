package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** The same network by bare names: one pool used twice, functions without a field. */
@Input({1, 28, 28})
@Forward({"conv1", "relu", "pool", "conv2", "relu", "pool", "flatten", "fc1", "relu", "fc2", "log_softmax"})
class BareNames {
  @Conv2d(in = 1, out = 10, k = 5) Block conv1;
  @MaxPool2d(2) Block pool;
  @Conv2d(in = 10, out = 20, k = 3) Block conv2;
  @Linear(in = 20 * 5 * 5, out = 500) Block fc1;
  @Linear(in = 500, out = 10) Block fc2;
}
