"""Attention whose biases are looked up once when training ends, inside of blocks that know nothing of it."""

import itertools

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self, width, heads, side):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.project = nn.Linear(width, width)
        points = list(itertools.product(range(side), range(side)))
        offsets, places = {}, []
        for a in points:
            for b in points:
                offset = (abs(a[0] - b[0]), abs(a[1] - b[1]))
                places.append(offsets.setdefault(offset, len(offsets)))
        self.biases = nn.Parameter(torch.zeros(heads, len(offsets)))
        self.register_buffer("places", torch.LongTensor(places).view(len(points), -1))

    @torch.no_grad()
    def train(self, mode=True):
        super().train(mode)
        if mode and hasattr(self, "cached"):
            del self.cached
        else:
            self.cached = self.biases[:, self.places]

    def forward(self, x):
        batch, count, width = x.shape
        q, k, v = self.qkv(x).view(batch, count, self.heads, -1).chunk(3, dim=-1)
        bias = self.biases[:, self.places] if self.training else self.cached
        scores = torch.einsum("bqhd,bkhd->bhqk", q, k) + bias
        x = torch.einsum("bhqk,bkhd->bqhd", scores.softmax(-1), v)
        return self.project(x.reshape(batch, count, width))


class Net(nn.Module):
    def __init__(self, side=3, width=8, heads=2, depth=2):
        super().__init__()
        blocks = [nn.Sequential(nn.LayerNorm(width), Attention(width, heads, side)) for _ in range(depth)]
        self.blocks = nn.Sequential(*blocks)
        self.head = nn.Linear(width, 5)

    def train(self, epochs):
        raise NotImplementedError

    def eval(self):
        for module in self.blocks:
            module.eval()
        return self

    def forward(self, x):
        return self.head(self.blocks(x).mean(1))


# model: Net()
# input: 9,8
# wrong: torch.zeros(heads, len(offsets)) => torch.zeros(heads + 1, len(offsets))
# wrong: view(len(points), -1) => view(-1, 3)
# wrong init: side=4
# wrong input: 10,8
