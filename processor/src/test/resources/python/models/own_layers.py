"""Layers of torch.nn that a class changes: another forward, a module inside, no bias, weights that are set anew."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class StatelessNorm(nn.BatchNorm2d):
    """Does not call the layer's own forward."""

    def forward(self, x):
        return F.batch_norm(x, self.running_mean, self.running_var, self.weight, self.bias, False)


class NormAct(nn.BatchNorm2d):
    """A layer that holds a module is no leaf: its module is."""

    def __init__(self, features, act=nn.ReLU):
        super(NormAct, self).__init__(features)
        self.act = act(inplace=True)

    def forward(self, x):
        return self.act(super(NormAct, self).forward(x))


class StandardConv(nn.Conv2d):
    def forward(self, x):
        weight = self.weight - self.weight.mean(dim=(1, 2, 3), keepdim=True)
        return F.conv2d(x, weight, self.bias, self.stride, self.padding, self.dilation, self.groups)


class ScaledConv(nn.Conv2d):
    def __init__(self, *args, scale=2.0, **kwargs):
        super().__init__(*args, **kwargs)
        self.scale = scale

    def forward(self, x):
        return super().forward(x) * self.scale


def half(tensor):
    if tensor is not None:
        tensor.data.fill_(0.5)


class Net(nn.Module):
    def __init__(self, width=10):
        super().__init__()
        self.stem = StandardConv(3, width, 3, stride=2, padding=1)
        self.norm = StatelessNorm(width)
        self.deep = ScaledConv(width, 14, 3, padding=1, scale=0.5)
        self.norm_act = NormAct(14)
        self.mixed = nn.Conv2d(14, 14, 3, padding=1, groups=7)
        self.mixed.weight = nn.Parameter(torch.zeros(14, 2, 3, 3))
        self.mixed.bias = half(self.mixed.bias)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.head = nn.Linear(14, 5)
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                m.weight = nn.init.kaiming_normal_(m.weight, mode="fan_out")
        for p in self.parameters():
            if p.dim() > 1:
                nn.init.xavier_uniform_(p)

    def forward(self, x):
        x = self.norm(self.stem(x))
        x = self.norm_act(self.deep.forward(x))
        x = self.mixed(x)
        return self.head(self.pool(x).flatten(1))


# model: Net(width=10)
# input: 3,17,22
# wrong: StatelessNorm(width) => StatelessNorm(width + 1)
# wrong: ScaledConv(width, 14 => ScaledConv(width, 13
# wrong: nn.Linear(14, 5) => nn.Linear(10, 5)
# wrong input: 2,17,22
