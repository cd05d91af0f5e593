import torch
import torch.nn as nn
import torch.nn.init as init

if torch.__version__ >= '0.4.0':
    kaiming = init.kaiming_uniform_
else:
    kaiming = init.kaiming_uniform


class Fire(nn.Module):
    def __init__(self, inplanes, squeeze_planes, expand1x1_planes, expand3x3_planes):
        super(Fire, self).__init__()
        self.inplanes = inplanes
        self.squeeze = nn.Conv2d(inplanes, squeeze_planes, kernel_size=1)
        self.expand1x1 = nn.Conv2d(squeeze_planes, expand1x1_planes, kernel_size=1)
        self.expand3x3 = nn.Conv2d(squeeze_planes, expand3x3_planes, kernel_size=3, padding=1)
        self.act = nn.ReLU(inplace=True)

    def forward(self, x):
        x = self.act(self.squeeze(x))
        return torch.cat([self.act(self.expand1x1(x)), self.act(self.expand3x3(x))], 1)


class SqueezeNet(nn.Module):
    def __init__(self, version=1.0, num_classes=11):
        super(SqueezeNet, self).__init__()
        if version not in [1.0, 1.1]:
            raise ValueError("Unsupported SqueezeNet version {version}: 1.0 or 1.1 expected".format(version=version))
        self.num_classes = num_classes
        first = (24, 7) if version == 1.0 else (16, 3)
        self.features = nn.Sequential(
            nn.Conv2d(3, first[0], kernel_size=first[1], stride=2),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=3, stride=2, ceil_mode=True),
            Fire(first[0], 4, 16, 16),
            Fire(32, 4, 16, 16),
            nn.MaxPool2d(kernel_size=3, stride=2, ceil_mode=True),
            Fire(32, 8, 32, 24),
        )
        final_conv = nn.Conv2d(56, num_classes, kernel_size=1)
        self.classifier = nn.Sequential(nn.Dropout(p=0.5), final_conv, nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d((1, 1)))
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                if m is final_conv:
                    init.normal_(m.weight.data, mean=0.0, std=0.01)
                else:
                    kaiming(m.weight.data)
                if m.bias is not None:
                    m.bias.data.zero_()

    def forward(self, x):
        x = self.features(x)
        x = self.classifier(x)
        return x.view(x.size(0), self.num_classes)

# model: SqueezeNet(version=1.1)
# input: 3,61,75
# wrong: Fire(32, 4, 16, 16) => Fire(16, 4, 16, 16)
# wrong: nn.Conv2d(56 => nn.Conv2d(64
# wrong: kernel_size=3, padding=1 => kernel_size=3
# wrong init: version=2.0
# wrong init: version='1_0'
