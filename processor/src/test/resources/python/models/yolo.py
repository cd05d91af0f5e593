"""A one-stage detector whose layers stand in a table, as in a configuration file."""
import torch
import torch.nn as nn

ARCHITECTURE = [
    (8, 3, 1),
    (16, 3, 2),
    ["B", 1],
    (32, 3, 2),
    ["B", 2],
    (64, 3, 2),
    "S",
    (16, 1, 1),
    "U",
    (16, 1, 1),
    "S",
]
ANCHORS = [[(0.28, 0.22), (0.38, 0.48), (0.9, 0.78)], [(0.07, 0.15), (0.15, 0.11), (0.14, 0.29)]]


class CNNBlock(nn.Module):
    def __init__(self, before, after, bn_act=True, **kwargs):
        super().__init__()
        self.conv = nn.Conv2d(before, after, bias=not bn_act, **kwargs)
        self.bn = nn.BatchNorm2d(after)
        self.leaky = nn.LeakyReLU(0.1)
        self.use_bn_act = bn_act

    def forward(self, x):
        if self.use_bn_act:
            return self.leaky(self.bn(self.conv(x)))
        else:
            return self.conv(x)


class Residual(nn.Module):
    def __init__(self, width, use_residual=True, num_repeats=1):
        super().__init__()
        self.layers = nn.ModuleList()
        for repeat in range(num_repeats):
            self.layers += [
                nn.Sequential(
                    CNNBlock(width, width // 2, kernel_size=1),
                    CNNBlock(width // 2, width, kernel_size=3, padding=1),
                )
            ]
        self.use_residual = use_residual
        self.num_repeats = num_repeats

    def forward(self, x):
        for layer in self.layers:
            x = x + layer(x) if self.use_residual else layer(x)
        return x


class ScalePrediction(nn.Module):
    def __init__(self, width, num_classes, anchors):
        super().__init__()
        self.pred = nn.Sequential(
            CNNBlock(width, 2 * width, kernel_size=3, padding=1),
            CNNBlock(2 * width, (num_classes + 5) * len(anchors), bn_act=False, kernel_size=1),
        )
        self.num_classes = num_classes
        self.register_buffer('anchors', torch.tensor(anchors))

    def forward(self, x):
        p = self.pred(x)
        n = self.anchors.shape[0]
        p = p.reshape(x.shape[0], n, self.num_classes + 5, x.shape[2], x.shape[3]).permute(0, 1, 3, 4, 2)
        size = p[..., 2:4].exp() * self.anchors.view(1, n, 1, 1, 2)
        return torch.cat([p[..., :2].sigmoid(), size, p[..., 4:]], -1)


class Yolo(nn.Module):
    def __init__(self, channels=3, num_classes=20):
        super().__init__()
        self.num_classes = num_classes
        self.channels = channels
        self.layers = self._create_layers()

    def forward(self, x):
        outputs = []  # one a scale
        routes = []
        for layer in self.layers:
            if isinstance(layer, ScalePrediction):
                outputs.append(layer(x))
                continue
            x = layer(x)
            if isinstance(layer, Residual) and layer.num_repeats == 2:
                routes.append(x)
            elif isinstance(layer, nn.Upsample):
                x = torch.cat([x, routes[-1]], dim=1)
                routes.pop()
        return outputs

    def _create_layers(self):
        layers = nn.ModuleList()
        width = self.channels
        scales = iter(ANCHORS)
        for module in ARCHITECTURE:
            if isinstance(module, tuple):
                after, kernel, stride = module
                layers.append(CNNBlock(width, after, kernel_size=kernel, stride=stride, padding=1 if kernel == 3 else 0))
                width = after
            elif isinstance(module, list):
                layers.append(Residual(width, num_repeats=module[1]))
            elif isinstance(module, str):
                if module == "S":
                    layers += [
                        Residual(width, use_residual=False, num_repeats=1),
                        CNNBlock(width, width // 2, kernel_size=1),
                        ScalePrediction(width // 2, self.num_classes, next(scales)),
                    ]
                    width = width // 2
                elif module == "U":
                    layers.append(nn.Upsample(scale_factor=2))
                    width = width + 32
        return layers

# model: Yolo(num_classes=3)
# input: 3,64,96
# wrong: width = width + 32 => width = width * 3 + 1
# wrong: (num_classes + 5) * len(anchors) => (num_classes + 5) * len(anchors) + 1
# wrong: routes.pop() => pass; x = x[:, 1:]
# wrong: n, self.num_classes + 5, x => n, self.num_classes + 4, x
# wrong input: 3,60,96
