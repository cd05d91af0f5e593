package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.ReLU6;

/** Six times wider inside than outside, with a shortcut between the narrow ends. */
@Params("channels")
@Forward("return x + project(depthwise(expand(x)))")
class InvertedResidual {
  @Conv2d(k = 1, bias = false, with = "in = channels, out = 6 * channels")
  @BatchNorm2d
  @ReLU6
  Block expand;

  @Conv2d(
      k = 3,
      p = 1,
      bias = false,
      with = "in = 6 * channels, out = 6 * channels, groups = 6 * channels")
  @BatchNorm2d
  @ReLU6
  Block depthwise;

  @Conv2d(k = 1, bias = false, with = "in = 6 * channels, out = channels")
  @BatchNorm2d
  Block project;
}
