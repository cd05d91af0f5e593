package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.BatchNorm2d;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Dropout;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.ReLU6;

/**
 * Inverted Residuals and Linear Bottlenecks (Sandler and others, 2018): 3,504,872 parameters, 300
 * million multiplications.
 */
@Input({3, 224, 224})
@Forward(
    """
    x = project1(depthwise1(stem(x)))
    x = stage2(enter2(x))
    x = stage3(enter3(x))
    x = stage4(enter4(x))
    x = stage5(enter5(x))
    x = stage6(enter6(x))
    x = enter7(x)
    x = last(x)
    x = adaptive_avg_pool2d(x, 1).flatten(1)
    return classifier(x)
    """)
@Output(1000)
class MobileNetV2 {
  @Conv2d(in = 3, out = 32, k = 3, s = 2, p = 1, bias = false)
  @BatchNorm2d
  @ReLU6
  Block stem;

  @Conv2d(in = 32, out = 32, k = 3, p = 1, groups = 32, bias = false)
  @BatchNorm2d
  @ReLU6
  Block depthwise1;

  @Conv2d(in = 32, out = 16, k = 1, bias = false)
  @BatchNorm2d
  Block project1;

  @Submodule(value = InvertedTransition.class, with = "channels = 16, out = 24, stride = 2")
  Block enter2;

  @Submodule(value = InvertedResidual.class, with = "channels = 24")
  Block stage2;

  @Submodule(value = InvertedTransition.class, with = "channels = 24, out = 32, stride = 2")
  Block enter3;

  @Submodule(value = InvertedResidual.class, with = "channels = 32", repeat = 2)
  Block stage3;

  @Submodule(value = InvertedTransition.class, with = "channels = 32, out = 64, stride = 2")
  Block enter4;

  @Submodule(value = InvertedResidual.class, with = "channels = 64", repeat = 3)
  Block stage4;

  @Submodule(value = InvertedTransition.class, with = "channels = 64, out = 96")
  Block enter5;

  @Submodule(value = InvertedResidual.class, with = "channels = 96", repeat = 2)
  Block stage5;

  @Submodule(value = InvertedTransition.class, with = "channels = 96, out = 160, stride = 2")
  Block enter6;

  @Submodule(value = InvertedResidual.class, with = "channels = 160", repeat = 2)
  Block stage6;

  @Submodule(value = InvertedTransition.class, with = "channels = 160, out = 320")
  Block enter7;

  @Conv2d(in = 320, out = 1280, k = 1, bias = false)
  @BatchNorm2d
  @ReLU6
  @Output({1280, 7, 7})
  Block last;

  @Dropout(0.2)
  @Linear(in = 1280, out = 1000)
  Block classifier;
}
