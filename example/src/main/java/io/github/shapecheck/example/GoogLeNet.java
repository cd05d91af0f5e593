package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Dropout;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.MaxPool2d;
import io.github.shapecheck.nn.ReLU;

/**
 * Going Deeper with Convolutions (Szegedy and others, 2014) as torchvision has it, without the
 * auxiliary classifiers: 6,624,904 parameters.
 */
@Input({3, 224, 224})
@Forward(
    """
    x = conv1(x)  # N x 64 x 56 x 56
    x = conv3(conv2(x))  # N x 192 x 28 x 28
    x = inception3b(inception3a(x))
    x = max_pool2d(x, 3, stride=2, ceil_mode=True)  # N x 480 x 14 x 14
    x = inception4a(x)
    x = inception4b(x)
    x = inception4c(x)
    x = inception4d(x)
    x = inception4e(x)
    x = max_pool2d(x, 2, stride=2, ceil_mode=True)  # N x 832 x 7 x 7
    x = inception5b(inception5a(x))
    x = adaptive_avg_pool2d(x, (1, 1))
    x = torch.flatten(x, 1)
    return fc(dropout(x))
    """)
@Output(1000)
class GoogLeNet {
  @Conv2d(in = 3, out = 64, k = 7, s = 2, p = 3, bias = false)
  @BatchNorm2d
  @ReLU
  @MaxPool2d(k = 3, s = 2, ceilMode = true)
  Block conv1;

  @Conv2d(in = 64, out = 64, k = 1, bias = false)
  @BatchNorm2d
  @ReLU
  Block conv2;

  @Conv2d(in = 64, out = 192, k = 3, p = 1, bias = false)
  @BatchNorm2d
  @ReLU
  @MaxPool2d(k = 3, s = 2, ceilMode = true)
  Block conv3;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 192, one = 64, reduce3 = 96, "
              + "three = 128, reduce5 = 16, five = 32, pooled = 32")
  Block inception3a;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 256, one = 128, reduce3 = 128, "
              + "three = 192, reduce5 = 32, five = 96, pooled = 64")
  Block inception3b;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 480, one = 192, reduce3 = 96, "
              + "three = 208, reduce5 = 16, five = 48, pooled = 64")
  Block inception4a;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 512, one = 160, reduce3 = 112, "
              + "three = 224, reduce5 = 24, five = 64, pooled = 64")
  Block inception4b;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 512, one = 128, reduce3 = 128, "
              + "three = 256, reduce5 = 24, five = 64, pooled = 64")
  Block inception4c;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 512, one = 112, reduce3 = 144, "
              + "three = 288, reduce5 = 32, five = 64, pooled = 64")
  Block inception4d;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 528, one = 256, reduce3 = 160, "
              + "three = 320, reduce5 = 32, five = 128, pooled = 128")
  Block inception4e;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 832, one = 256, reduce3 = 160, "
              + "three = 320, reduce5 = 32, five = 128, pooled = 128")
  Block inception5a;

  @Submodule(
      value = Inception.class,
      with =
          "channels = 832, one = 384, reduce3 = 192, "
              + "three = 384, reduce5 = 48, five = 128, pooled = 128")
  Block inception5b;

  @Dropout(0.2)
  Block dropout;

  @Linear(in = 1024, out = 1000)
  Block fc;
}
