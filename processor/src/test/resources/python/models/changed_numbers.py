"""Numbers of layers that are set after the layers were made: those that a forward pass reads count, the weights stay."""

import torch
from torch import nn


def regroup(conv, groups):
    conv.groups = groups
    return conv


class Trunk(nn.Module):
    def __init__(self, channels=12, groups=3):
        super().__init__()
        self.stem = nn.Conv2d(5, channels, 3)
        self.stem.stride = (2, 1)
        self.stem.padding = "valid"
        self.fold = regroup(nn.Conv2d(channels // groups, 18, 3, padding=1), groups)
        self.up = nn.ConvTranspose2d(18, 8, 2)
        self.up.stride = 2
        self.mirror = nn.Conv2d(8, 10, 3, padding=1, padding_mode="reflect")
        self.mirror.padding = (4, 4)
        self.norm = nn.GroupNorm(1, 10)
        self.norm.num_groups = 5
        self.pool = nn.MaxPool2d(2)
        self.pool.kernel_size = (3, 2)
        self.read = nn.AdaptiveAvgPool2d(1)
        self.read.output_size = (7, None)
        self.rows = nn.GRU(70, 9)
        self.rows.batch_first = True
        self.out = nn.Linear(self.fold.in_channels + self.fold.groups + 2, 4)
        self.out.in_features = 11

    def forward(self, x):
        x = self.up(self.fold(torch.relu(self.stem(x))))
        x = self.read(self.pool(self.norm(self.mirror(x))))
        x, _ = self.rows(x.flatten(1, 2).transpose(1, 2))
        return self.out(x)


# model: Trunk(channels=12)
# input: 5,23,17
# wrong: self.norm.num_groups = 5 => self.norm.num_groups = 4
# wrong: self.up.stride = 2 => self.up.groups = 2
# wrong: conv.groups = groups => conv.groups = groups + 1
# wrong: self.pool.kernel_size = (3, 2) => self.pool.kernel_size = (3, 60)
# wrong: self.read.output_size = (7, None) => self.read.output_size = (6, None)
# wrong init: groups=4
