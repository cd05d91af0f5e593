package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;
import stubs.Block;

@Input({1, 28, 28})
@Forward("""
    x = relu(conv1(x))
    x = pool(x)
    x = relu(conv2(x))
    x = flatten(x, 1)
    x = relu(fc1(x))
    return log_softmax(fc2(x), dim=1)
    """)
class ConvNet {
  @Conv2d(in = 1, out = 10, k = 5) Block conv1;
  @MaxPool2d(k = 2, s = 2) Block pool;
  @Conv2d(in = 10, out = 20, k = 3) Block conv2;
  // BUG: 20 * 9 * 9 [linear-in] fc1 expects 1620 features but receives 2000
  //   x        [N, 1, 28, 28]
  //   conv1    [N, 10, 24, 24]   floor((28 + 2*0 - 1*(5-1) - 1) / 1) + 1 = 24
  //   pool     [N, 10, 12, 12]   floor((24 + 2*0 - 1*(2-1) - 1) / 2) + 1 = 12
  //   conv2    [N, 20, 10, 10]   floor((12 + 2*0 - 1*(3-1) - 1) / 1) + 1 = 10
  //   flatten  [N, 2000]         20 * 10 * 10 = 2000
  //   > fc1      in = 1620         does not match
  //   fix: fc1: in = 2000
  //   fix: x: {1, 26..27, 26..27}
  @Linear(in = 20 * 9 * 9, out = 500) Block fc1;
  @Linear(in = 500, out = 10) Block fc2;
}
