import torch
from torch import nn


class ChannelAttention(nn.Module):
    def __init__(self, width, ratio=8):
        super(ChannelAttention, self).__init__()
        self.mean, self.max = nn.AdaptiveAvgPool2d(1), nn.AdaptiveMaxPool2d(1)
        self.mlp = nn.Sequential(
            nn.Conv2d(width, width // ratio, 1, bias=False), nn.ReLU(),
            nn.Conv2d(width // ratio, width, 1, bias=False))

    def forward(self, x):
        return torch.sigmoid(self.mlp(self.mean(x)) + self.mlp(self.max(x)))


class SpatialAttention(nn.Module):
    def __init__(self, kernel_size=7):
        super(SpatialAttention, self).__init__()
        assert kernel_size in (3, 7), 'kernel size must be 3 or 7'
        padding = 3 if kernel_size == 7 else 1
        self.conv = nn.Conv2d(2, 1, kernel_size, padding=padding, bias=False)

    def forward(self, x):
        mean = torch.mean(x, dim=1, keepdim=True)
        peak, _ = torch.max(x, dim=1, keepdim=True)
        return torch.sigmoid(self.conv(torch.cat([mean, peak], dim=1)))


class CbamNet(nn.Module):
    def __init__(self, width=32, classes=5, kernel_size=7):
        super(CbamNet, self).__init__()
        self.conv1 = nn.Conv2d(3, width, 3, 2, 1)
        self.ca = ChannelAttention(width)
        self.sa = SpatialAttention(kernel_size)
        self.fc = nn.Linear(width, classes)

    def forward(self, x):
        x = self.conv1(x).relu_()
        x = self.ca(x) * x
        x = self.sa(x) * x
        x = x.flatten(2).mean(-1)
        return self.fc(x)

# model: CbamNet(kernel_size=3)
# input: 3,31,46
# wrong: keepdim=True)\n        peak => keepdim=False)\n        peak
# wrong: nn.Conv2d(2, 1 => nn.Conv2d(1, 1
# wrong: padding = 3 if kernel_size == 7 else 1 => padding = 3
# wrong init: kernel_size=5
