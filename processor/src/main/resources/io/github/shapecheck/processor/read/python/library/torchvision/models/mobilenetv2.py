from torch import flatten, nn
from torch.nn import functional as F

from ._utils import _make_divisible

model_urls = {name: "https://download.pytorch.org/models/" + name + ".pth" for name in ["mobilenet_v2"]}


class Conv2dNormActivation(nn.Sequential):
    def __init__(self, before, after, kernel_size=3, stride=1, groups=1, norm_layer=None, activation_layer=nn.ReLU6):
        super().__init__(
            nn.Conv2d(before, after, kernel_size, stride, (kernel_size - 1) // 2, groups=groups, bias=False),
            (norm_layer or nn.BatchNorm2d)(after),
            activation_layer(inplace=True),
        )
        self.out_channels = after


ConvBNReLU = Conv2dNormActivation


class InvertedResidual(nn.Module):
    def __init__(self, inp, oup, stride, expand_ratio, norm_layer=None):
        super().__init__()
        self.stride = stride
        norm = norm_layer or nn.BatchNorm2d
        hidden = int(round(inp * expand_ratio))
        self.use_res_connect = stride == 1 and inp == oup
        layers = []
        if expand_ratio != 1:
            layers.append(Conv2dNormActivation(inp, hidden, 1, norm_layer=norm))
        layers.append(Conv2dNormActivation(hidden, hidden, 3, stride, hidden, norm))
        layers.append(nn.Conv2d(hidden, oup, 1, bias=False))
        layers.append(norm(oup))
        self.conv = nn.Sequential(*layers)
        self.out_channels = oup

    def forward(self, x):
        return x + self.conv(x) if self.use_res_connect else self.conv(x)


class MobileNetV2(nn.Module):
    def __init__(
        self,
        num_classes=1000,
        width_mult=1.0,
        inverted_residual_setting=None,
        round_nearest=8,
        block=None,
        norm_layer=None,
        dropout=0.2,
    ):
        super().__init__()
        block = block or InvertedResidual
        norm = norm_layer or nn.BatchNorm2d
        table = inverted_residual_setting or [
            [1, 16, 1, 1],
            [6, 24, 2, 2],
            [6, 32, 3, 2],
            [6, 64, 4, 2],
            [6, 96, 3, 1],
            [6, 160, 3, 2],
            [6, 320, 1, 1],
        ]
        before = _make_divisible(32 * width_mult, round_nearest)
        self.last_channel = _make_divisible(1280 * max(1.0, width_mult), round_nearest)
        features = [Conv2dNormActivation(3, before, stride=2, norm_layer=norm)]
        for t, c, n, s in table:
            after = _make_divisible(c * width_mult, round_nearest)
            for i in range(n):
                features.append(block(before, after, s if i == 0 else 1, expand_ratio=t, norm_layer=norm))
                before = after
        features.append(Conv2dNormActivation(before, self.last_channel, 1, norm_layer=norm))
        self.features = nn.Sequential(*features)
        self.classifier = nn.Sequential(nn.Dropout(dropout), nn.Linear(self.last_channel, num_classes))

    def forward(self, x):
        x = F.adaptive_avg_pool2d(self.features(x), (1, 1))
        return self.classifier(flatten(x, 1))


def mobilenet_v2(pretrained=False, progress=True, weights=None, **kwargs):
    return MobileNetV2(**kwargs)
