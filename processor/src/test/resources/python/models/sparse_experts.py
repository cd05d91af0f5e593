"""Experts that each see the tokens of their choice, as a list of numbers; a layer put into torch.nn."""

import torch
import torch.nn as nn

try:
    from collections import *
    from there_is_none import *
except ImportError:
    from functools import *


class MaskedLinear(nn.Module):
    def __init__(self, before, after, mask):
        super().__init__()
        self.linear = nn.Linear(before, after)
        self.register_buffer("mask", mask)

    def forward(self, x):
        return nn.functional.linear(x, self.linear.weight * self.mask, self.linear.bias)


nn.MaskedLinear = MaskedLinear


class Net(nn.Module):
    def __init__(self, width=6, experts=3):
        super().__init__()
        self.gate = nn.Linear(width, experts)
        make = partial(nn.MaskedLinear, width, width)
        self.experts = nn.ModuleList(make(torch.ones(width, width).tril()) for _ in range(experts))
        self.head = nn.Linear(width, 4)

    def forward(self, x):
        batch, length, width = x.shape
        x = x.reshape(-1, width)
        weight, chosen = self.gate(x).softmax(-1).topk(2, dim=-1)
        mask = nn.functional.one_hot(chosen, len(self.experts)).permute(2, 1, 0)
        out = torch.zeros_like(x)
        for i, expert in enumerate(self.experts):
            rank, place = torch.where(mask[i])
            if place.shape[0] == 0:
                continue
            places, ranks = place.tolist(), rank.tolist()
            part = x[None, places].reshape(-1, width)
            part = expert(part) * weight[places, ranks, None]
            out.index_add_(0, place, part)
        return self.head(out.reshape(batch, length, width))


# model: Net()
# input: 5,6
# wrong: weight[places, ranks, None] => weight[places, ranks, None].expand(-1, 5)
# wrong: torch.ones(width, width).tril() => torch.ones(width, 5).tril()
# wrong: x[None, places].reshape(-1, width) => x[None, places].reshape(-1, 5)
# wrong input: 5,7
