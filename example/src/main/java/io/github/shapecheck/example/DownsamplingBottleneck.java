package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;

/** The first block of a stage: its shortcut is projected, since channels and size change. */
@Params("inplanes, planes, stride = 1")
@Forward(
    """
    out = relu(bn1(conv1(x)))
    out = relu(bn2(conv2(out)))
    out = bn3(conv3(out))
    return relu(out + downsample(x))
    """)
class DownsamplingBottleneck {
  @Conv2d(k = 1, bias = false, with = "in = inplanes, out = planes")
  Block conv1;

  @BatchNorm2d Block bn1;

  @Conv2d(k = 3, p = 1, bias = false, with = "in = planes, out = planes, s = stride")
  Block conv2;

  @BatchNorm2d Block bn2;

  @Conv2d(k = 1, bias = false, with = "in = planes, out = 4 * planes")
  Block conv3;

  @BatchNorm2d Block bn3;

  @Conv2d(k = 1, bias = false, with = "in = inplanes, out = 4 * planes, s = stride")
  @BatchNorm2d
  Block downsample;
}
