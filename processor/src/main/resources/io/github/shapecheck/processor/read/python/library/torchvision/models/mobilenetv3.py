from functools import partial

from torch import flatten, nn

from ._utils import _make_divisible


class Conv2dNormActivation(nn.Sequential):
    def __init__(self, before, after, kernel=3, stride=1, groups=1, dilation=1, norm=nn.BatchNorm2d, activation=nn.ReLU):
        padding = (kernel - 1) // 2 * dilation
        layers = [nn.Conv2d(before, after, kernel, stride, padding, dilation, groups, bias=False), norm(after)]
        if activation is not None:
            layers.append(activation(inplace=True))
        super().__init__(*layers)
        self.out_channels = after


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, squeezed, activation=nn.ReLU, scale_activation=nn.Sigmoid):
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(channels, squeezed, 1)
        self.fc2 = nn.Conv2d(squeezed, channels, 1)
        self.activation = activation()
        self.scale_activation = scale_activation()

    def forward(self, x):
        return self.scale_activation(self.fc2(self.activation(self.fc1(self.avgpool(x))))) * x


class InvertedResidual(nn.Module):
    def __init__(self, before, kernel, expanded, after, squeezes, activation, stride, dilation, norm):
        super().__init__()
        self.use_res_connect = stride == 1 and before == after
        self.out_channels = after
        self._is_cn = stride > 1
        layers = []
        if expanded != before:
            layers.append(Conv2dNormActivation(before, expanded, 1, norm=norm, activation=activation))
        stride = 1 if dilation > 1 else stride
        layers.append(Conv2dNormActivation(expanded, expanded, kernel, stride, expanded, dilation, norm, activation))
        if squeezes:
            squeezed = _make_divisible(expanded // 4, 8)
            layers.append(SqueezeExcitation(expanded, squeezed, scale_activation=nn.Hardsigmoid))
        layers.append(Conv2dNormActivation(expanded, after, 1, norm=norm, activation=None))
        self.block = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.block(x) if self.use_res_connect else self.block(x)


class MobileNetV3(nn.Module):
    def __init__(self, table, last_channel, num_classes=1000, norm_layer=None, dropout=0.2):
        super().__init__()
        norm = norm_layer or partial(nn.BatchNorm2d, eps=0.001, momentum=0.01)
        features = [Conv2dNormActivation(3, table[0][0], stride=2, norm=norm, activation=nn.Hardswish)]
        features += [InvertedResidual(*row, norm) for row in table]
        before, after = table[-1][3], 6 * table[-1][3]
        features.append(Conv2dNormActivation(before, after, 1, norm=norm, activation=nn.Hardswish))
        self.features = nn.Sequential(*features)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(
            nn.Linear(after, last_channel),
            nn.Hardswish(inplace=True),
            nn.Dropout(dropout, inplace=True),
            nn.Linear(last_channel, num_classes),
        )

    def forward(self, x):
        return self.classifier(flatten(self.avgpool(self.features(x)), 1))


LARGE = """
16 3 16 16 - relu 1 1, 16 3 64 24 - relu 2 1, 24 3 72 24 - relu 1 1, 24 5 72 40 se relu 2 1,
40 5 120 40 se relu 1 1, 40 5 120 40 se relu 1 1, 40 3 240 80 - swish 2 1, 80 3 200 80 - swish 1 1,
80 3 184 80 - swish 1 1, 80 3 184 80 - swish 1 1, 80 3 480 112 se swish 1 1, 112 3 672 112 se swish 1 1,
112 5 672 160 se swish 2 D, 160 5 960 160 se swish 1 D, 160 5 960 160 se swish 1 D
"""
SMALL = """
16 3 16 16 se relu 2 1, 16 3 72 24 - relu 2 1, 24 3 88 24 - relu 1 1, 24 5 96 40 se swish 2 1,
40 5 240 40 se swish 1 1, 40 5 240 40 se swish 1 1, 40 5 120 48 se swish 1 1, 48 5 144 48 se swish 1 1,
48 5 288 96 se swish 2 D, 96 5 576 96 se swish 1 D, 96 5 576 96 se swish 1 D
"""


def _built(table, last, width_mult=1.0, reduced_tail=False, dilated=False, **kwargs):
    tail = 2 if reduced_tail else 1

    def channels(count, row_has_tail):
        return _make_divisible(count // (tail if row_has_tail else 1) * width_mult, 8)

    rows = []
    for text in table.replace("\n", " ").strip().split(","):
        before, kernel, expanded, after, squeezes, activation, stride, dilation = text.split()
        late = dilation == "D"
        rows.append(
            (
                channels(int(before), late and rows[-1][6] > 1 or late and int(before) == int(after)),
                int(kernel),
                channels(int(expanded), late and int(before) == int(after)),
                channels(int(after), late),
                squeezes == "se",
                nn.ReLU if activation == "relu" else nn.Hardswish,
                int(stride),
                2 if late and dilated else 1,
            )
        )
    return MobileNetV3(rows, channels(last, True), **kwargs)


def mobilenet_v3_large(pretrained=False, progress=True, weights=None, **kwargs):
    return _built(LARGE, 1280, **kwargs)


def mobilenet_v3_small(pretrained=False, progress=True, weights=None, **kwargs):
    return _built(SMALL, 1024, **kwargs)
