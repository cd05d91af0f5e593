"""Curves through points that are fitted before training, gated, masked with the smallest number of a type."""

import numpy
import numpy as np
import torch
from torch import nn


class Curves(nn.Module):
    """A polynomial from each input to each output."""

    def __init__(self, before, after, degree=3):
        super().__init__()
        self.degree = degree
        points = torch.linspace(-1, 1, 11)
        wanted = torch.sin(points).unsqueeze(-1).repeat(before, 1, after)
        fit = torch.linalg.lstsq(self.powers(points).expand(before, -1, -1), wanted)
        self.weight = nn.Parameter(fit.solution)

    def powers(self, x):
        return torch.stack([x**k for k in range(self.degree + 1)], dim=-1)

    def forward(self, x):
        return torch.einsum("bik,iko->bo", self.powers(x), self.weight)


class Net(nn.Module):
    def __init__(self, width=6, heads=3, classes=5):
        super().__init__()
        self.curves = Curves(width, 2 * width)
        self.scores = nn.Linear(width, int(np.sum([heads, classes])))
        self.heads = heads
        self.head = nn.Linear(classes, 2)

    def forward(self, x, mask):
        value, gate = self.curves(x).split(split_size=[6, x.size(1)], dim=-1)
        x = self.scores(value * torch.sigmoid(gate))
        lowest = float(numpy.finfo(torch.tensor(0, dtype=x.dtype).numpy().dtype).min)
        x = x.masked_fill(mask.eq(0), lowest).softmax(dim=-1)
        attention, rest = torch.split(x, split_size_or_sections=[self.heads, 5], dim=1)
        values = torch.linalg.eigh(torch.einsum("bi,bj->bij", attention, attention)).eigenvalues
        return self.head(rest), values


# model: Net()
# input: 6
# input: 8
# wrong: split_size=[6, x.size(1)] => split_size=[5, x.size(1)]
# wrong: repeat(before, 1, after) => repeat(before, 2, after)
# wrong: self.curves(x).split(split_size= => self.curves(x).split(split_size_or_sections=
# wrong input: 7
