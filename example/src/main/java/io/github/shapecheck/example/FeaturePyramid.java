package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.MaxPool2d;
import io.github.shapecheck.nn.ReLU;

/**
 * A feature pyramid (Lin and others, 2017): a loop up through the stages, one back down, and a flag
 * for one more level.
 */
@Input({3, 96, 160})
@Params("extra_level = True")
@Forward(
    """
    features = []
    for stage in [self.stage1, self.stage2, self.stage3]:
        x = stage(x)
        features.append(x)

    laterals = [self.lateral1, self.lateral2, self.lateral3]
    levels = {}
    above = None
    for i in reversed(range(len(features))):
        level = laterals[i](features[i])
        if above is not None:
            level = level + F.interpolate(above, size=level.shape[-2:], mode="nearest")
        above = level
        levels[f"p{i + 2}"] = self.smooth(level)

    if self.extra_level:
        levels["p5"] = F.max_pool2d(levels["p4"], 1, stride=2)
    return tuple(levels[name] for name in sorted(levels))
    """)
class FeaturePyramid {
  @Conv2d(in = 3, out = 32, k = 3, s = 2, p = 1)
  @ReLU
  @MaxPool2d(2)
  Block stage1;

  @Conv2d(in = 32, out = 64, k = 3, s = 2, p = 1)
  @ReLU
  Block stage2;

  @Conv2d(in = 64, out = 128, k = 3, s = 2, p = 1)
  @ReLU
  Block stage3;

  @Conv2d(in = 32, out = 64, k = 1)
  Block lateral1;

  @Conv2d(in = 64, out = 64, k = 1)
  Block lateral2;

  @Conv2d(in = 128, out = 64, k = 1)
  Block lateral3;

  @Conv2d(in = 64, out = 64, k = 3, p = 1)
  Block smooth;
}
