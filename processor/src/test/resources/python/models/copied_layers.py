"""Layers with parameters of their own that are copied, some of them with a weight that two share."""

import copy

import torch
from torch import nn


class Norm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.alpha = nn.Parameter(torch.ones(width))
        self.bias = nn.Parameter(torch.zeros(width))

    def forward(self, x):
        return self.alpha * (x - x.mean(-1, keepdim=True)) / (x.std(-1, keepdim=True) + 1e-6) + self.bias


class Layer(nn.Module):
    def __init__(self, width, wide):
        super().__init__()
        self.norms = nn.ModuleList([Norm(width), Norm(width)])
        self.up = nn.Linear(width, wide)
        self.down = nn.Linear(wide, width)
        self.shift = self.norms[1].bias
        self.register_buffer("scale", torch.full((width,), 0.5))

    def forward(self, x):
        return self.norms[1](x + self.down(torch.relu(self.up(self.norms[0](x)))) * self.scale) - self.shift


def clones(module, count):
    return nn.ModuleList([copy.deepcopy(module) for _ in range(count)])


class Net(nn.Module):
    def __init__(self, width=7, wide=12, depth=3):
        super().__init__()
        self.layers = clones(Layer(width, wide), depth)
        self.same = copy.deepcopy(self.layers[0].norms[0])
        self.head = nn.Linear(width, 4)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return self.head(self.same(x))


# model: Net()
# input: 5,7
# wrong: torch.full((width,), 0.5) => torch.full((width - 1,), 0.5)
# wrong: Norm(width), Norm(width) => Norm(width), Norm(width + 1)
# wrong input: 5,8
