package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;

/** Two 3x3 convolutions that keep the size. */
@Params("channels, out")
@Forward(
    """
    x = relu(bn1(conv1(x)))
    return relu(bn2(conv2(x)))
    """)
class DoubleConv {
  @Conv2d(k = 3, p = 1, bias = false, with = "in = channels, out = out")
  Block conv1;

  @BatchNorm2d Block bn1;

  @Conv2d(k = 3, p = 1, bias = false, with = "in = out, out = out")
  Block conv2;

  @BatchNorm2d Block bn2;
}
