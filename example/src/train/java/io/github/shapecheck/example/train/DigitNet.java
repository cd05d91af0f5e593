package io.github.shapecheck.example.train;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Dropout;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.MaxPool2d;

/** The ConvNet of the README, with a dropout: ten digits of 28 by 28 pixels. */
@Input({1, 28, 28})
@Forward(
    """
    x = relu(conv1(x))
    x = pool(x)
    x = relu(conv2(x))
    x = flatten(x, 1)
    x = drop(relu(fc1(x)))
    return fc2(x)
    """)
class DigitNet {
  @Conv2d(in = 1, out = 10, k = 5)
  Object conv1;

  @MaxPool2d(k = 2, s = 2)
  Object pool;

  @Conv2d(in = 10, out = 20, k = 3)
  Object conv2;

  @Linear(in = 20 * 10 * 10, out = 100)
  Object fc1;

  @Dropout(0.25)
  Object drop;

  @Linear(in = 100, out = 10)
  Object fc2;
}
