"""Layers derived from PyTorch's transformer layers, in its stacks; a module that goes through all devices."""

import numpy as np
import torch
from torch import nn
from torch.nn.utils.weight_norm import WeightNorm


class Recomputed(torch.autograd.Function):
    @staticmethod
    def forward(ctx, function, count, *tensors):
        ctx.function = function
        ctx.tensors = list(tensors[:count])
        return ctx.function(*ctx.tensors)


class GatedLayer(nn.TransformerEncoderLayer):
    def __init__(self, width, heads, hidden):
        super().__init__(width, heads, hidden, batch_first=True)
        self.gate = nn.Linear(width, width)

    def forward(self, src, src_mask=None, src_key_padding_mask=None, **kwargs):
        seen = self.self_attn(src, src, src, attn_mask=src_mask, key_padding_mask=src_key_padding_mask)[0]
        src = self.norm1(src + self.dropout1(seen) * torch.sigmoid(self.gate(src)))
        inner = self.linear2(self.dropout(self.activation(self.linear1(src))))
        return self.norm2(src + self.dropout2(inner))


class Reader(nn.TransformerDecoderLayer):
    def forward(self, tgt, memory):
        tgt = self.norm1(tgt + self.dropout1(self.self_attn(tgt, tgt, tgt)[0]))
        tgt = self.norm2(tgt + self.dropout2(self.multihead_attn(tgt, memory, memory)[0]))
        inner = self.linear2(self.dropout(self.activation(self.linear1(tgt))))
        return self.norm3(tgt + self.dropout3(inner))


class EveryLayer(nn.TransformerEncoder):
    def forward(self, src):
        states = []
        for layer in self.layers:
            src = layer(src)
            states.append(src)
        return states if self.norm is None else states + [self.norm(src)]


class Model(nn.Module):
    def __init__(self, width=12, heads=3, hidden=20, labels=5):
        super().__init__()
        self.encoder = nn.TransformerEncoder(GatedLayer(width, heads, hidden), num_layers=2, norm=nn.LayerNorm(width))
        self.states = EveryLayer(GatedLayer(width, heads, hidden), 3)
        self.reader = Reader(width, heads, hidden, batch_first=True)
        self.head = nn.DataParallel(nn.Sequential(nn.Linear(width, hidden), nn.Tanh()))
        self.out = nn.Linear(hidden, labels, bias=False)
        WeightNorm.apply(self.out, "weight", dim=0)

    def _head(self, x):
        return self.head.module(x)

    def forward(self, x, memory):
        keep = torch.from_numpy(np.random.binomial(1, 0.5, size=(x.size(0), x.size(1)))).to(torch.bool)
        states = self.states(self.encoder(x, src_key_padding_mask=keep & False))
        read = self.reader(torch.stack(states).mean(0), memory)
        return self.out(self.head(read)), Recomputed.apply(self._head, 1, read)


# model: Model(labels=7)
# input: 9,12
# input: 11,12
# wrong: self.gate = nn.Linear(width, width) => self.gate = nn.Linear(width, hidden)
# wrong: nn.Linear(width, hidden), nn.Tanh() => nn.Linear(hidden, hidden), nn.Tanh()
# wrong: size=(x.size(0), x.size(1)) => size=(x.size(0), x.size(2))
# wrong init: heads=5
