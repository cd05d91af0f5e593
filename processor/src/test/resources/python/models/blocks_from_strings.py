"""Blocks that strings describe, a class that a name finds, and what a decorator wraps around it."""

import collections
import copy
import re
from abc import *
from typing import *

import torch
from torch import nn

BlockArgs = collections.namedtuple("BlockArgs", ["repeats", "kernel", "stride", "expand", "before", "after", "se"])
BlockArgs.__new__.__defaults__ = (None,) * len(BlockArgs._fields)


def decoded(text):
    options = {}
    for op in text.split("_"):
        splits = re.split(r"(\d.*)", op)
        if len(splits) >= 2:
            key, value = splits[:2]
            options[key] = value
    assert "s" in options and re.match(r"^r(?P<count>\d+)", text).group("count") == options["r"]
    return BlockArgs(
        repeats=int(options["r"]),
        kernel=int(options["k"]),
        stride=[int(options["s"][0])],
        expand=int(options["e"]),
        before=int(options["i"]),
        after=int(options["o"]),
    )


def remembered(wrapped):
    class Decorator(wrapped):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self._init_args = copy.deepcopy(args)
            assert isinstance(self.__reduce__(), tuple) and not isinstance(self, (bytes, bytearray))

        def __reduce__(self):
            fields = list(super().__reduce__())
            fields += [None] * max(3 - len(fields), 0)
            return tuple(fields)

    Decorator.__name__ = wrapped.__name__
    return Decorator


class Base(nn.Module, metaclass=ABCMeta):
    def __init__(self):
        super().__init__()

    @abstractmethod
    def code(cls):
        pass


class Gate(nn.Module):
    """Halves the channels at a place that a tensor holds."""

    def __init__(self, channels):
        super().__init__()
        self.channels = channels

    def forward(self, x):
        middle = torch.IntTensor([self.channels])
        at = middle[0]
        return torch.tanh(x[:, :at, :]) * torch.sigmoid(x[:, at:, :])


@remembered
class Block(Base):
    def __init__(self, args: BlockArgs):
        super().__init__()
        self.args = args
        wide = args.before * args.expand
        self.expand = nn.Conv2d(args.before, wide, 1)
        self.depthwise = nn.Conv2d(wide, wide, args.kernel, args.stride, args.kernel // 2, groups=wide)
        self.shrink = nn.Conv2d(wide, args.after, 1)
        self.gate = Gate(args.after // 2)

    @classmethod
    def code(cls):
        return "block"

    def forward(self, x):
        x = self.shrink(self.depthwise(self.expand(x)))
        return self.gate(x.flatten(2))


class Mixing(nn.Module):
    """An invertible matrix as its triangles."""

    def __init__(self, width):
        super().__init__()
        q = torch.nn.init.orthogonal_(torch.randn(width, width))
        p, low, up = torch.lu_unpack(*q.lu())
        self.register_buffer("p", p)
        self.low = nn.Parameter(low)
        self.up = nn.Parameter(up.triu(1))
        self.scale = nn.Parameter(up.diag())

    def forward(self, x):
        low = torch.tril(self.low, -1) + torch.eye(self.p.size(0))
        return torch.matmul(self.p @ low @ (torch.triu(self.up, 1) + torch.diag(self.scale)), x)


class Net(nn.Module):
    def __init__(self, kind="Block", text="r1_k5_s22_e3_i6_o10"):
        super().__init__()
        self.block = globals()[kind](decoded(text))
        self.mixing = Mixing(5)
        self.head = nn.Linear(6 * 8, 3)

    def forward(self, x):
        return self.head(self.mixing(self.block(x)))


# model: Net()
# input: 6,11,15
# wrong: Mixing(5) => Mixing(10)
# wrong: Gate(args.after // 2) => Gate(args.after // 3)
# wrong init: text="r1_k5_s11_e3_i6_o10"
# wrong init: text="r1_k5_e3_i6_o10"
# wrong input: 5,11,15
