package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.ReLU6;

/** An inverted bottleneck between two widths, so without a shortcut. */
@Params("channels, out, stride = 1")
@Forward("return project(depthwise(expand(x)))")
class InvertedTransition {
  @Conv2d(k = 1, bias = false, with = "in = channels, out = 6 * channels")
  @BatchNorm2d
  @ReLU6
  Block expand;

  @Conv2d(
      k = 3,
      p = 1,
      bias = false,
      with = "in = 6 * channels, out = 6 * channels, groups = 6 * channels, s = stride")
  @BatchNorm2d
  @ReLU6
  Block depthwise;

  @Conv2d(k = 1, bias = false, with = "in = 6 * channels, out = out")
  @BatchNorm2d
  Block project;
}
