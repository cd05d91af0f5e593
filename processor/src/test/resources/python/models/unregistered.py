"""Layers in plain lists are called, but they are none of the model's; a ParameterList may hold their weights."""

import torch
from torch import nn


class Pyramid(nn.Module):
    """Nothing of its lists is registered."""

    def __init__(self, channels, groups):
        super().__init__()
        self.groups = groups
        self.convs = []
        for i in range(groups):
            self.convs.append(nn.Conv2d(channels // groups, channels // groups, 2 * i + 3, padding=i + 1))
        self.gates = [nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(channels // groups, channels // groups, 1)) for _ in range(groups)]
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        b, c, h, w = x.size()
        parts = x.view(b, self.groups, c // self.groups, h, w)
        convolved = [conv(parts[:, i]) for i, conv in enumerate(self.convs)]
        gates = [gate(part) for gate, part in zip(self.gates, convolved)]
        weights = self.softmax(torch.stack(gates, dim=1))
        return (torch.stack(convolved, dim=1) * weights).view(b, -1, h, w)


class Stack(nn.Module):
    def __init__(self, width, depth):
        super().__init__()
        found = []
        self.blocks = []
        for _ in range(depth):
            block = nn.Linear(width, width)
            found.extend(block.parameters())
            self.blocks.append(block)
        self.parameters = nn.ParameterList(found)

    def forward(self, x):
        for block in self.blocks:
            x = x + torch.relu(block(x))
        return x


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.pyramid = Pyramid(12, 3)
        self.stack = Stack(7, 2)
        self.names = sum(1 for name, _ in self.named_parameters() if name.endswith("0"))

    def forward(self, x):
        return self.stack(self.pyramid(x))


# model: Net()
# input: 12,5,7
# wrong: Stack(7, 2) => Stack(5, 2)
# wrong: Pyramid(12, 3) => Pyramid(12, 5)
# wrong input: 12,7,5
