package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.MaxPool2d;
import io.github.shapecheck.nn.ReLU;

/** Four views of the same map, joined; torchvision's 5x5 branch is a 3x3 one. */
@Params("channels, one, reduce3, three, reduce5, five, pooled")
@Forward(
    """
    a = branch1(x)
    b = branch3(squeeze3(x))
    c = branch5(squeeze5(x))
    d = project(pool(x))
    return torch.cat([a, b, c, d], 1)
    """)
class Inception {
  @Conv2d(k = 1, bias = false, with = "in = channels, out = one")
  @BatchNorm2d
  @ReLU
  Block branch1;

  @Conv2d(k = 1, bias = false, with = "in = channels, out = reduce3")
  @BatchNorm2d
  @ReLU
  Block squeeze3;

  @Conv2d(k = 3, p = 1, bias = false, with = "in = reduce3, out = three")
  @BatchNorm2d
  @ReLU
  Block branch3;

  @Conv2d(k = 1, bias = false, with = "in = channels, out = reduce5")
  @BatchNorm2d
  @ReLU
  Block squeeze5;

  @Conv2d(k = 3, p = 1, bias = false, with = "in = reduce5, out = five")
  @BatchNorm2d
  @ReLU
  Block branch5;

  @MaxPool2d(k = 3, s = 1, p = 1, ceilMode = true)
  Block pool;

  @Conv2d(k = 1, bias = false, with = "in = channels, out = pooled")
  @BatchNorm2d
  @ReLU
  Block project;
}
