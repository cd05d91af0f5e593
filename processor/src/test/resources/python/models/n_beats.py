"""Forecasts by blocks that explain what the ones before left over."""
import torch
from torch import nn


class Block(nn.Module):
    kinds = ('generic', 'trend', 'season')

    def __init__(self, backcast, forecast, kind='generic', hidden=24, thetas=6, depth=3):
        super().__init__()
        assert kind in self.kinds, f'{kind} is none of {self.kinds}'
        self.kind, self.backcast, self.forecast, self.thetas = kind, backcast, forecast, thetas
        layers = []
        for i in range(depth):
            layers += [nn.Linear(backcast if i == 0 else hidden, hidden), nn.ReLU()]
        self.stack = nn.Sequential(*layers)
        self.theta_b = nn.Linear(hidden, thetas, bias=False)
        self.theta_f = nn.Linear(hidden, thetas, bias=False)
        if kind == 'generic':
            self.basis_b = nn.Linear(thetas, backcast)
            self.basis_f = nn.Linear(thetas, forecast)
        elif kind == 'trend':
            self.register_buffer('b', self.polynomial(backcast))
            self.register_buffer('f', self.polynomial(forecast))
        else:
            self.register_buffer('b', self.harmonics(backcast))
            self.register_buffer('f', self.harmonics(forecast))

    def polynomial(self, length):
        t = torch.arange(length, dtype=torch.float32) / length
        return torch.stack([t ** i for i in range(self.thetas)])

    def harmonics(self, length):
        t = torch.linspace(0, 1, length)
        half = self.thetas // 2
        waves = [torch.cos(2 * 3.14159 * i * t) for i in range(half)] + [torch.sin(2 * 3.14159 * i * t) for i in range(half)]
        return torch.stack(waves, 0)

    def forward(self, x):
        h = self.stack(x)
        if self.kind == 'generic':
            return self.basis_b(self.theta_b(h)), self.basis_f(self.theta_f(h))
        return torch.mm(self.theta_b(h), self.b), torch.mm(self.theta_f(h), self.f)


class NBeats(nn.Module):
    def __init__(self, backcast=20, forecast=7, stacks=('trend', 'season', 'generic'), blocks=2, share=False):
        super().__init__()
        self.forecast = forecast
        self.blocks = nn.ModuleList()
        for kind in stacks:
            for b in range(blocks):
                if share and b != 0:
                    self.blocks.append(self.blocks[-1])
                else:
                    self.blocks.append(Block(backcast, forecast, kind))

    def forward(self, x):
        total = torch.zeros(size=(x.size(0), self.forecast))
        for block in self.blocks:
            back, fore = block(x)
            x = x - back
            total = total + fore
        return x, total

# model: NBeats(share=True)
# input: 20
# wrong: nn.Linear(thetas, forecast) => nn.Linear(thetas, backcast)
# wrong: half = self.thetas // 2 => half = self.thetas // 2 - 1
# wrong: torch.mm(self.theta_b(h), self.b) => torch.mm(self.b, self.theta_b(h))
# wrong init: stacks=('trend', 'noise')
# wrong input: 21
