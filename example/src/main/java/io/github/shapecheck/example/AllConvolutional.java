package io.github.shapecheck.example;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.AdaptiveAvgPool2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Flatten;
import io.github.shapecheck.nn.ReLU;

/** Convolutions in place of fully connected layers: images of any size will do. */
@Input({3, -1, -1})
@Output(10)
class AllConvolutional {
  @Conv2d(in = 3, out = 96, k = 3, p = 1)
  @ReLU
  Block conv1;

  @Conv2d(in = 96, out = 96, k = 3, s = 2, p = 1)
  @ReLU
  Block down1;

  @Conv2d(in = 96, out = 192, k = 3, p = 1)
  @ReLU
  Block conv2;

  @Conv2d(in = 192, out = 192, k = 3, s = 2, p = 1)
  @ReLU
  Block down2;

  @Conv2d(in = 192, out = 10, k = 1)
  Block classes;

  @AdaptiveAvgPool2d(1)
  @Flatten
  Block mean;
}
