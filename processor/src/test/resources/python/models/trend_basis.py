"""Bases of a time series in NumPy, a shift that a tensor's values decide, a tensor that grows from nothing."""

import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


def trend(thetas, t):
    p = thetas.size()[-1]
    assert p <= 4, "too many thetas"
    basis = torch.tensor(np.array([t**i for i in range(p)])).float()
    return thetas.mm(basis)


def seasons(thetas, t):
    p = thetas.size()[-1]
    half, rest = (p // 2, p // 2) if p % 2 == 0 else (p // 2, p // 2 + 1)
    cosines = torch.tensor(np.array([np.cos(2 * np.pi * i * t) for i in range(half)])).float()
    sines = torch.tensor(np.array([np.sin(2 * np.pi * i * t) for i in range(rest)])).float()
    return thetas.mm(torch.cat([cosines, sines]))


class Forecaster(nn.Module):
    def __init__(self, past, future, hidden=16):
        super().__init__()
        self.times = np.arange(0, future) / future
        self.grid = np.tile(np.repeat(np.array([1.0, 2.0, 3.0]), 2), (4, 1))
        self.share = 0.5 * (1 + math.erf(1 / math.sqrt(2)))
        self.layer = nn.Linear(past, hidden)
        self.trend = nn.Linear(hidden, 3)
        self.seasons = nn.Linear(hidden, 5)
        self.out = nn.Linear(future + 6, 2)

    def lag(self, x):
        index = torch.topk(torch.mean(x, dim=0), 2)[1]
        shifted = torch.roll(x, -int(index[0]), -1)
        return torch.roll(shifted, shifts=(-int(index[1]), 1), dims=(0, 1))

    def forward(self, x):
        hidden = F.relu(self.layer(self.lag(x)))
        sums = torch.tensor([])
        for part in (trend(self.trend(hidden), self.times), seasons(self.seasons(hidden), self.times)):
            sums = torch.cat((sums, part.unsqueeze(1)), dim=1)
        grid = torch.from_numpy(self.grid).float().mean(0).expand(x.shape[0], -1)
        return self.out(torch.cat([sums.sum(1) * self.share, grid], dim=-1))


# model: Forecaster(past=20, future=9)
# input: 20
# wrong: self.trend = nn.Linear(hidden, 3) => self.trend = nn.Linear(hidden, 5)
# wrong: nn.Linear(future + 6, 2) => nn.Linear(future + 3, 2)
# wrong: torch.cat([cosines, sines]) => torch.cat([cosines, sines, sines])
# wrong input: 19
