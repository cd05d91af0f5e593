"""A decorator remembers what __init__ was called with; each sample takes the style of its own domain."""

import functools

import torch
from torch import nn


def remembered(init):
    @functools.wraps(init)
    def __init__(self, *args, **kwargs):
        self.arguments = (args, kwargs)
        init(self, *args, **kwargs)

    return __init__


class Styles(nn.Module):
    @remembered
    def __init__(self, width, domains):
        super().__init__()
        self.shared = nn.Linear(width, 12)
        self.heads = nn.ModuleList([nn.Linear(12, 7) for _ in range(domains)])

    def forward(self, x, y):
        out = torch.stack([head(self.shared(x)) for head in self.heads], dim=1)
        at = torch.LongTensor(range(y.size(0))).to(y.device)
        return out[at, y]


class Net(Styles):
    @remembered
    def __init__(self, width=5, domains=3):
        super().__init__(width, domains)
        self.conv = nn.Conv3d(2, 7, 3, padding=1)

    def forward(self, x, y, volume):
        style = super().forward(x, y)
        volume = self.conv(volume).to(memory_format=torch.channels_last_3d)
        return volume * style[:, :, None, None, None]


# model: Net()
# input: 5
# input: :long
# input: 2,4,6,8
# wrong: nn.Linear(12, 7) => nn.Linear(12, 6)
# wrong: return out[at, y] => return out[at, y, at, 0]
# wrong init: 4
# wrong input: 6
