"""A weight whose place another takes, as wrappers of layers do it that normalize by the largest singular value."""

import torch
from torch import nn
from torch.nn import Parameter


def unit(v, eps=1e-12):
    return v / (v.norm() + eps)


class Spectral(nn.Module):
    def __init__(self, module, name="weight", rounds=1):
        super(Spectral, self).__init__()
        self.module = module
        self.name = name
        self.rounds = rounds
        if not self.is_made():
            self.make()

    def is_made(self):
        try:
            getattr(self.module, self.name + "_bar")
            return True
        except AttributeError:
            return False

    def make(self):
        w = getattr(self.module, self.name)
        height = w.data.shape[0]
        width = w.view(height, -1).data.shape[1]
        u = Parameter(w.data.new(height).normal_(0, 1), requires_grad=False)
        v = Parameter(w.data.new(width).normal_(0, 1), requires_grad=False)
        u.data = unit(u.data)
        w_bar = Parameter(w.data)
        del self.module._parameters[self.name]
        self.module.register_parameter(self.name + "_u", u)
        self.module.register_parameter(self.name + "_v", v)
        self.module.register_parameter(self.name + "_bar", w_bar)

    def normalize(self):
        u = getattr(self.module, self.name + "_u")
        v = getattr(self.module, self.name + "_v")
        w = getattr(self.module, self.name + "_bar")
        height = w.data.shape[0]
        for _ in range(self.rounds):
            v.data = unit(torch.mv(torch.t(w.view(height, -1).data), u.data))
            u.data = unit(torch.mv(w.view(height, -1).data, v.data))
        sigma = u.dot(w.view(height, -1).mv(v))
        setattr(self.module, self.name, w / sigma.expand_as(w))

    def forward(self, *args):
        self.normalize()
        return self.module.forward(*args)


class Critic(nn.Module):
    def __init__(self, channels=12):
        super().__init__()
        self.body = nn.Sequential(
            Spectral(nn.Conv2d(3, channels, 4, 2, 1)),
            nn.LeakyReLU(0.1),
            Spectral(nn.Conv2d(channels, 2 * channels, 3, padding=1)),
            nn.LeakyReLU(0.1),
        )
        self.low = nn.utils.weight_norm(nn.Conv2d(2 * channels, 10, 3, padding=1))
        self.up = nn.utils.spectral_norm(nn.ConvTranspose2d(10, 14, 2, stride=2))
        self.plain = nn.utils.remove_weight_norm(nn.utils.weight_norm(nn.Conv2d(14, 5, 2, stride=2)))
        self.last = nn.utils.weight_norm(nn.Linear(5 * 9 * 7, 1), name="weight", dim=None)
        for m in (self.up, self.plain):
            nn.init.xavier_uniform_(m.weight.data)

    def forward(self, image):
        x = self.plain(self.up(self.low(self.body(image))))
        return self.last(x.flatten(1)).squeeze(1)


# model: Critic(channels=12)
# input: 3,18,14
# wrong: Spectral(nn.Conv2d(channels, 2 * channels, 3, padding=1)) => Spectral(nn.Conv2d(channels + 1, 2 * channels, 3, padding=1))
# wrong: 5 * 9 * 7 => 5 * 9 * 9
# wrong: nn.ConvTranspose2d(10, 14 => nn.ConvTranspose2d(14, 14
# wrong input: 4,18,14
