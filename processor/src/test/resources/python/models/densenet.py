"""Everything is handed on to everything behind it."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from collections import OrderedDict


class Grow(nn.Sequential):
    def __init__(self, width, growth, narrow, drop):
        super(Grow, self).__init__()
        self.add_module('norm1', nn.BatchNorm2d(width)),
        self.add_module('relu1', nn.ReLU(inplace=True)),
        self.add_module('conv1', nn.Conv2d(width, narrow * growth, kernel_size=1, bias=False)),
        self.add_module('norm2', nn.BatchNorm2d(narrow * growth)),
        self.add_module('relu2', nn.ReLU(inplace=True)),
        self.add_module('conv2', nn.Conv2d(narrow * growth, growth, kernel_size=3, padding=1, bias=False)),
        self.drop = drop

    def forward(self, x):
        new = super(Grow, self).forward(x)
        if self.drop > 0:
            new = F.dropout(new, p=self.drop, training=self.training)
        return torch.cat([x, new], 1)


class Dense(nn.Sequential):
    def __init__(self, count, width, **settings):
        super(Dense, self).__init__()
        for i in range(count):
            self.add_module('layer%d' % (i + 1), Grow(width + i * settings['growth'], **settings))


class Halve(nn.Sequential):
    def __init__(self, width):
        super(Halve, self).__init__(OrderedDict(
            norm=nn.BatchNorm2d(width),
            relu=nn.ReLU(inplace=True),
            conv=nn.Conv2d(width, width // 2, kernel_size=1, bias=False),
            pool=nn.AvgPool2d(kernel_size=2, stride=2),
        ))


class DenseNet(nn.Module):
    def __init__(self, growth=32, counts=(6, 12, 24, 16), first=64, narrow=4, drop=0, num_classes=1000):
        super(DenseNet, self).__init__()
        self.features = nn.Sequential(OrderedDict([
            ('conv0', nn.Conv2d(3, first, kernel_size=7, stride=2, padding=3, bias=False)),
            ('norm0', nn.BatchNorm2d(first)),
            ('relu0', nn.ReLU(inplace=True)),
            ('pool0', nn.MaxPool2d(kernel_size=3, stride=2, padding=1)),
        ]))
        width = first
        for i, count in enumerate(counts):
            self.features.add_module('dense%d' % (i + 1), Dense(count, width, growth=growth, narrow=narrow, drop=drop))
            width = width + count * growth
            if i != len(counts) - 1:
                self.features.add_module('halve%d' % (i + 1), Halve(width))
                width = width // 2
        self.features.add_module('norm5', nn.BatchNorm2d(width))
        self.classifier = nn.Linear(width, num_classes)

        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                nn.init.kaiming_normal_(m.weight.data)
            elif isinstance(m, nn.BatchNorm2d):
                m.weight.data.fill_(1)
                m.bias.data.zero_()

    def forward(self, x):
        maps = F.relu(self.features(x), inplace=True)
        flat = F.adaptive_avg_pool2d(maps, (1, 1)).view(maps.size(0), -1)
        return self.classifier(flat)

# model: DenseNet(growth=12, counts=(2, 3, 2), first=24, drop=0.2, num_classes=11)
# input: 3,70,86
# wrong: width + i * settings['growth'] => width + settings['growth']
# wrong: nn.BatchNorm2d(width))\n        self.classifier => nn.BatchNorm2d(first))\n        self.classifier
# wrong: width = width // 2\n => width = width // 3\n
