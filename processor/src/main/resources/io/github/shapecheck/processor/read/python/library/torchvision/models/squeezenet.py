from torch import cat, flatten, nn

model_urls = {name: "https://download.pytorch.org/models/" + name + ".pth" for name in ["squeezenet1_0", "squeezenet1_1"]}


class Fire(nn.Module):
    def __init__(self, inplanes, squeeze_planes, expand1x1_planes, expand3x3_planes):
        super().__init__()
        self.inplanes = inplanes
        self.squeeze = nn.Conv2d(inplanes, squeeze_planes, 1)
        self.squeeze_activation = nn.ReLU(inplace=True)
        self.expand1x1 = nn.Conv2d(squeeze_planes, expand1x1_planes, 1)
        self.expand1x1_activation = nn.ReLU(inplace=True)
        self.expand3x3 = nn.Conv2d(squeeze_planes, expand3x3_planes, 3, padding=1)
        self.expand3x3_activation = nn.ReLU(inplace=True)

    def forward(self, x):
        x = self.squeeze_activation(self.squeeze(x))
        small = self.expand1x1_activation(self.expand1x1(x))
        return cat([small, self.expand3x3_activation(self.expand3x3(x))], 1)


class SqueezeNet(nn.Module):
    def __init__(self, version="1_0", num_classes=1000, dropout=0.5):
        super().__init__()
        self.num_classes = num_classes
        if version == "1_0":
            first, pooled = nn.Conv2d(3, 96, 7, 2), (1, 4)
        elif version == "1_1":
            first, pooled = nn.Conv2d(3, 64, 3, 2), (0, 2)
        else:
            raise ValueError("there is no SqueezeNet " + version)
        features = [first, nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, ceil_mode=True)]
        before = first.out_channels
        for i, squeezed in enumerate((16, 16, 32, 32, 48, 48, 64, 64)):
            pool = version == "1_0" and i in (3, 7) or version == "1_1" and i in (2, 4)
            if pool:
                features.append(nn.MaxPool2d(3, 2, ceil_mode=True))
            features.append(Fire(before, squeezed, 4 * squeezed, 4 * squeezed))
            before = 8 * squeezed
        self.features = nn.Sequential(*features)
        self.classifier = nn.Sequential(
            nn.Dropout(dropout), nn.Conv2d(512, num_classes, 1), nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d((1, 1))
        )

    def forward(self, x):
        return flatten(self.classifier(self.features(x)), 1)


def squeezenet1_0(pretrained=False, progress=True, weights=None, **kwargs):
    return SqueezeNet("1_0", **kwargs)


def squeezenet1_1(pretrained=False, progress=True, weights=None, **kwargs):
    return SqueezeNet("1_1", **kwargs)
