import torch.nn as nn

PLANS = {
    11: [8, "M", 16, "M", 32, 32, "M", 64, 64, "M", 64, 64, "M"],
    16: [8, 8, "M", 16, 16, "M", 32, 32, 32, "M", 64, 64, 64, "M", 64, 64, 64, "M"],
}


def stack(plan, norm=False):
    """The plan as layers; 'M' halves."""
    layers, width = [], 3
    for item in plan:
        if item == "M":
            layers += [nn.MaxPool2d(kernel_size=2, stride=2)]
            continue
        conv = nn.Conv2d(width, item, kernel_size=3, padding=1)
        if norm:
            layers += [conv, nn.BatchNorm2d(item), nn.ReLU(inplace=True)]
        else:
            layers += [conv, nn.ReLU(inplace=True)]
        width = item
    return nn.Sequential(*layers)


class VGG(nn.Module):
    def __init__(self, features, num_classes=1000, reset=True):
        super(VGG, self).__init__()
        self.features = features
        self.classifier = nn.Sequential(
            nn.Linear(64 * 7 * 5, 96),
            nn.ReLU(True),
            nn.Dropout(),
            nn.Linear(96, num_classes),
        )
        if reset:
            self.reset()

    def reset(self):
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight, mode="fan_out", nonlinearity="relu")
                if layer.bias is not None:
                    nn.init.constant_(layer.bias, 0)
            elif isinstance(layer, nn.BatchNorm2d):
                nn.init.constant_(layer.weight, 1)
            elif isinstance(layer, nn.Linear):
                nn.init.normal_(layer.weight, 0, 0.01)

    def forward(self, x):
        y = self.features(x)
        y = y.view(y.size(0), -1)
        return self.classifier(y)


def vgg(depth, norm=True, **kwargs):
    return VGG(stack(PLANS[depth], norm=norm), **kwargs)

# model: vgg(16, num_classes=23)
# input: 3,224,160
# wrong: 64 * 7 * 5 => 512 * 7 * 7
# wrong: layers, width = [], 3 => layers, width = [], 1
# wrong: width = item\n => width = 2 * item\n
# wrong: 64, 64, 64, "M", 64, 64, 64, "M"] => 64, 64, 64, "M", 64, 64, 64]
