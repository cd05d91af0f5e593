package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.MaxPool2d;

/** The tutorial's network with one wrong number: it does not compile. */
@Input({1, 28, 28})
@Forward(
    """
    x = relu(conv1(x))
    x = pool(x)
    x = relu(conv2(x))
    x = flatten(x, 1)
    x = relu(fc1(x))
    return log_softmax(fc2(x), dim=1)
    """)
class ConvNet {
  @Conv2d(in = 1, out = 10, k = 5)
  Block conv1;

  @MaxPool2d(k = 2, s = 2)
  Block pool;

  @Conv2d(in = 10, out = 20, k = 3)
  Block conv2;

  @Linear(in = 20 * 9 * 9, out = 500)
  Block fc1;

  @Linear(in = 500, out = 10)
  Block fc2;
}
