package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
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
@Output(10)
class ConvNet {
  @Conv2d(in = 1, out = 10, k = 5) @Output({10, 24, 24}) Block conv1;
  @MaxPool2d(k = 2, s = 2) @Output({10, 12, 12}) Block pool;
  @Conv2d(in = 10, out = 20, k = 3) @Output({20, 10, 10}) Block conv2;
  @Linear(in = 20 * 10 * 10, out = 500) Block fc1;
  @Linear(in = 500, out = 10) @Output(10) Block fc2;
}
