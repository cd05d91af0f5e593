from functools import partial
from math import ceil

from torch import flatten, nn

from ._utils import _make_divisible
from .mobilenetv3 import Conv2dNormActivation, SqueezeExcitation


class StochasticDepth(nn.Module):
    def __init__(self, p, mode):
        super().__init__()
        self.p = p
        self.mode = mode

    def forward(self, x):
        return x


class MBConv(nn.Module):
    def __init__(self, before, after, kernel, stride, expansion, probability, norm):
        super().__init__()
        self.use_res_connect = stride == 1 and before == after
        self.out_channels = after
        expanded = _make_divisible(before * expansion, 8)
        step = partial(Conv2dNormActivation, norm=norm)
        layers = []
        if expanded != before:
            layers.append(step(before, expanded, 1, activation=nn.SiLU))
        layers.append(step(expanded, expanded, kernel, stride, expanded, activation=nn.SiLU))
        layers.append(SqueezeExcitation(expanded, max(1, before // 4), partial(nn.SiLU, inplace=True)))
        layers.append(step(expanded, after, 1, activation=None))
        self.block = nn.Sequential(*layers)
        self.stochastic_depth = StochasticDepth(probability, "row")

    def forward(self, x):
        result = self.block(x)
        return self.stochastic_depth(result) + x if self.use_res_connect else result


TABLE = [
    (1, 3, 1, 32, 16, 1),
    (6, 3, 2, 16, 24, 2),
    (6, 5, 2, 24, 40, 2),
    (6, 3, 2, 40, 80, 3),
    (6, 5, 1, 80, 112, 3),
    (6, 5, 2, 112, 192, 4),
    (6, 3, 1, 192, 320, 1),
]


class EfficientNet(nn.Module):
    def __init__(self, width, depth, dropout, stochastic_depth_prob=0.2, num_classes=1000, norm_layer=None):
        super().__init__()
        norm = norm_layer or nn.BatchNorm2d

        def channels(count):
            return _make_divisible(count * width, 8)

        counts = [int(ceil(row[5] * depth)) for row in TABLE]
        features = [Conv2dNormActivation(3, channels(32), stride=2, norm=norm, activation=nn.SiLU)]
        made = 0
        for (expansion, kernel, stride, before, after, _), count in zip(TABLE, counts):
            stage = []
            for i in range(count):
                first = i == 0
                probability = stochastic_depth_prob * float(made) / sum(counts)
                start = channels(before) if first else channels(after)
                stage.append(MBConv(start, channels(after), kernel, stride if first else 1, expansion, probability, norm))
                made += 1
            features.append(nn.Sequential(*stage))
        last = channels(320)
        features.append(Conv2dNormActivation(last, 4 * last, 1, norm=norm, activation=nn.SiLU))
        self.features = nn.Sequential(*features)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(nn.Dropout(dropout, inplace=True), nn.Linear(4 * last, num_classes))

    def forward(self, x):
        return self.classifier(flatten(self.avgpool(self.features(x)), 1))


def _factory(width, depth, dropout):
    def build(pretrained=False, progress=True, weights=None, **kwargs):
        return EfficientNet(width, depth, kwargs.pop("dropout", dropout), **kwargs)

    return build


efficientnet_b0 = _factory(1.0, 1.0, 0.2)
efficientnet_b1 = _factory(1.0, 1.1, 0.2)
efficientnet_b2 = _factory(1.1, 1.2, 0.3)
efficientnet_b3 = _factory(1.2, 1.4, 0.3)
efficientnet_b4 = _factory(1.4, 1.8, 0.4)
efficientnet_b5 = _factory(1.6, 2.2, 0.4)
efficientnet_b6 = _factory(1.8, 2.6, 0.5)
efficientnet_b7 = _factory(2.0, 3.1, 0.5)
