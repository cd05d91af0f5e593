"""Normalize first, convolve later; with squeeze and excitation where asked for."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class SELayer(nn.Module):
    def __init__(self, channel, reduction=16):
        super().__init__()
        self.avg_pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Sequential(
            nn.Linear(channel, channel // reduction, bias=False),
            nn.ReLU(inplace=True),
            nn.Linear(channel // reduction, channel, bias=False),
            nn.Sigmoid(),
        )

    def forward(self, x):
        b, c, _, _ = x.size()
        y = self.avg_pool(x).view(b, c)
        y = self.fc(y).view(b, c, 1, 1)
        return x * y.expand_as(x)


class PreActBlock(nn.Module):
    def __init__(self, in_planes, planes, stride=1, use_se=False):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(in_planes)
        self.conv1 = nn.Conv2d(in_planes, planes, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        if use_se:
            self.se = SELayer(planes, 4)
        if stride != 1 or in_planes != planes:
            self.shortcut = nn.Conv2d(in_planes, planes, 1, stride, bias=False)

    def forward(self, x):
        out = F.relu(self.bn1(x))
        shortcut = self.shortcut(out) if hasattr(self, 'shortcut') else x
        out = self.conv1(out)
        out = self.conv2(F.relu(self.bn2(out)))
        if hasattr(self, 'se'):
            out = self.se(out)
        return out + shortcut


class PreActResNet(nn.Module):
    def __init__(self, widths=(24, 48, 96), depth=2, **block_args):
        super().__init__()
        self.stem = nn.Conv2d(3, widths[0], 3, 1, 1, bias=False)
        stages = []
        planes = widths[0]
        for i, width in enumerate(widths):
            blocks = []
            for j in range(depth):
                blocks.append(PreActBlock(planes, width, 2 if j == 0 and i > 0 else 1, **block_args))
                planes = width
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.Sequential(*stages)
        self.bn = nn.BatchNorm2d(planes)
        self.head = nn.Linear(planes, 10)

    def forward(self, x):
        x = self.stages(self.stem(x))
        x = F.relu(self.bn(x))
        x = F.adaptive_avg_pool2d(x, 1).squeeze(-1).squeeze(-1)
        return self.head(x)

# model: PreActResNet(use_se=True)
# input: 3,33,47
# wrong: view(b, c, 1, 1) => view(b, c, 1)
# wrong: nn.BatchNorm2d(in_planes) => nn.BatchNorm2d(planes + 1)
# wrong: nn.Linear(channel // reduction, channel, bias => nn.Linear(channel // reduction, channel * 2, bias
