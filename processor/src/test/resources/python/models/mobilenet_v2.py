import math
import torch.nn as nn

PLAN = [
    # expand, channels, repeats, stride
    [1, 16, 1, 1],
    [6, 24, 2, 2],
    [6, 32, 3, 2],
    [6, 64, 2, 2],
    [6, 96, 1, 1],
]


def whole(value, unit=8, least=None):
    """The nearest multiple of the unit that does not take more than a tenth away."""
    least = unit if least is None else least
    rounded = max(least, int(value + unit / 2) // unit * unit)
    return rounded + unit if rounded < 0.9 * value else rounded


def depthwise(width, stride):
    return [
        nn.Conv2d(width, width, 3, stride, 1, groups=width, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU6(inplace=True),
    ]


def pointwise(before, after, act=True):
    layers = [nn.Conv2d(before, after, 1, 1, 0, bias=False), nn.BatchNorm2d(after)]
    if act:
        layers.append(nn.ReLU6(inplace=True))
    return layers


class Inverted(nn.Module):
    def __init__(self, before, after, stride, expand):
        super(Inverted, self).__init__()
        assert stride in [1, 2]
        hidden = round(before * expand)
        self.identity = stride == 1 and before == after
        if expand == 1:
            layers = depthwise(hidden, stride) + pointwise(hidden, after, act=False)
        else:
            layers = [*pointwise(before, hidden), *depthwise(hidden, stride), *pointwise(hidden, after, False)]
        self.conv = nn.Sequential(*layers)

    def forward(self, x):
        if self.identity:
            return x + self.conv(x)
        else:
            return self.conv(x)


class MobileNetV2(nn.Module):
    def __init__(self, num_classes=1000, mult=1.):
        super(MobileNetV2, self).__init__()
        width = whole(32 * mult, 4 if mult == 0.1 else 8)
        layers = [nn.Sequential(nn.Conv2d(3, width, 3, 2, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU6(inplace=True))]
        for t, c, n, s in PLAN:
            after = whole(c * mult, 4 if mult == 0.1 else 8)
            for i in range(n):
                layers.append(Inverted(width, after, s if i == 0 else 1, t))
                width = after
        self.features = nn.Sequential(*layers)
        last = whole(128 * mult) if mult > 1.0 else 128
        self.conv = nn.Sequential(*pointwise(width, last))
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.classifier = nn.Linear(last, num_classes)
        self.reset()

    def forward(self, x):
        x = self.conv(self.features(x))
        x = self.avgpool(x)
        x = x.view(x.size(0), -1)
        return self.classifier(x)

    def reset(self):
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                n = m.kernel_size[0] * m.kernel_size[1] * m.out_channels
                m.weight.data.normal_(0, math.sqrt(2. / n))
                if m.bias is not None:
                    m.bias.data.zero_()

# model: MobileNetV2(num_classes=9, mult=0.35)
# input: 3,96,160
# wrong: stride == 1 and before == after => stride == 1
# wrong: assert stride in [1, 2] => assert stride in [2]
# wrong: *depthwise(hidden, stride), *pointwise => *depthwise(after, stride), *pointwise
# wrong: width = after\n => width = c\n
