package com.acme

import io.github.shapecheck.*
import io.github.shapecheck.nn.*

@Input(1, 28, 28)
@Forward(
    """
    x = pool(relu(conv1(x)))
    x = flatten(x, 1)
    return fc1(x)
    """
)
class ConvNet {
  @Conv2d(`in` = 1, out = 10, k = [5])
  lateinit var conv1: Any

  @MaxPool2d(2)
  lateinit var pool: Any

  @Linear(`in` = 10 * 12 * 13, out = 500)
  lateinit var fc1: Any
}
