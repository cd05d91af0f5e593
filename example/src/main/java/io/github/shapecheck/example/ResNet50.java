package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.AdaptiveAvgPool2d;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.MaxPool2d;
import io.github.shapecheck.nn.ReLU;

/**
 * Deep Residual Learning for Image Recognition (He and others, 2015), with the strides in the 3x3
 * convolutions as torchvision has them: 25,557,032 parameters.
 */
@Input({3, 224, 224})
@Forward(
    """
    x = stem(x)
    x = layer1(enter1(x))
    x = layer2(enter2(x))
    x = layer3(enter3(x))
    x = layer4(enter4(x))
    x = avgpool(x).flatten(1)
    return fc(x)
    """)
@Output(1000)
class ResNet50 {
  @Conv2d(in = 3, out = 64, k = 7, s = 2, p = 3, bias = false)
  @BatchNorm2d
  @ReLU
  @MaxPool2d(k = 3, s = 2, p = 1)
  @Output({64, 56, 56})
  Block stem;

  @Submodule(value = DownsamplingBottleneck.class, with = "inplanes = 64, planes = 64")
  Block enter1;

  @Submodule(value = Bottleneck.class, with = "planes = 64", repeat = 2)
  @Output({256, 56, 56})
  Block layer1;

  @Submodule(
      value = DownsamplingBottleneck.class,
      with = "inplanes = 256, planes = 128, stride = 2")
  Block enter2;

  @Submodule(value = Bottleneck.class, with = "planes = 128", repeat = 3)
  @Output({512, 28, 28})
  Block layer2;

  @Submodule(
      value = DownsamplingBottleneck.class,
      with = "inplanes = 512, planes = 256, stride = 2")
  Block enter3;

  @Submodule(value = Bottleneck.class, with = "planes = 256", repeat = 5)
  @Output({1024, 14, 14})
  Block layer3;

  @Submodule(
      value = DownsamplingBottleneck.class,
      with = "inplanes = 1024, planes = 512, stride = 2")
  Block enter4;

  @Submodule(value = Bottleneck.class, with = "planes = 512", repeat = 2)
  @Output({2048, 7, 7})
  Block layer4;

  @AdaptiveAvgPool2d(1)
  Block avgpool;

  @Linear(in = 2048, out = 1000)
  Block fc;
}
