"""Inception: four paths side by side, joined on the channels; one more head on request."""
import torch
from torch import nn
import torch.nn.functional as F


class Conv(nn.Module):
    def __init__(self, before, after, **kwargs):
        super().__init__()
        self.conv = nn.Conv2d(before, after, bias=False, **kwargs)
        self.bn = nn.BatchNorm2d(after, eps=0.001)

    def forward(self, x):
        return F.relu(self.bn(self.conv(x)), inplace=True)


class Inception(nn.Module):
    def __init__(self, width, one, three, five, pool, conv=Conv):
        super().__init__()
        self.one = conv(width, one, kernel_size=1)
        self.three = nn.Sequential(conv(width, three[0], kernel_size=1), conv(*three, kernel_size=3, padding=1))
        self.five = nn.Sequential(conv(width, five[0], kernel_size=1), conv(*five, kernel_size=5, padding=2))
        self.pool = nn.Sequential(nn.MaxPool2d(3, stride=1, padding=1, ceil_mode=True), conv(width, pool, kernel_size=1))

    def paths(self, x):
        return [self.one(x), self.three(x), self.five(x), self.pool(x)]

    def forward(self, x):
        return torch.cat(self.paths(x), 1)


class GoogLeNet(nn.Module):
    def __init__(self, num_classes=1000, second_head=True, blocks=None):
        super().__init__()
        if blocks is None:
            blocks = [Conv, Inception]
        assert len(blocks) == 2
        conv, inception = blocks
        self.conv1 = conv(3, 16, kernel_size=7, stride=2, padding=3)
        self.pool1 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.conv2 = conv(16, 48, kernel_size=3, padding=1)
        self.pool2 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.a = inception(48, 16, (24, 32), (4, 8), 8)
        self.b = inception(64, 32, (32, 48), (8, 24), 16)
        self.pool3 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.c = inception(120, 48, (24, 52), (4, 12), 16)
        self.second = nn.Linear(128, num_classes) if second_head else None
        self.average = nn.AdaptiveAvgPool2d((1, 1))
        self.drop = nn.Dropout(0.2)
        self.fc = nn.Linear(128, num_classes)

    def forward(self, x):
        x = self.pool1(self.conv1(x))
        x = self.pool2(self.conv2(x))
        x = self.b(self.a(x))
        x = self.c(self.pool3(x))
        x = torch.flatten(self.average(x), 1)
        second = self.second(x) if self.second is not None else None
        return self.fc(self.drop(x)), second

# model: GoogLeNet(num_classes=12)
# input: 3,75,91
# wrong: inception(64, 32 => inception(60, 32
# wrong: padding=2)) => padding=1))
# wrong: assert len(blocks) == 2 => assert len(blocks) == 3
# wrong init: second_head=False, blocks=[Conv]
