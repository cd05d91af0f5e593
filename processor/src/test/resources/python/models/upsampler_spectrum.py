"""Spectra upsampled by factors whose products count; tensors that change their shape in place."""

import numpy as np
import torch
import torch.nn as nn


class Stretch(nn.Module):
    def __init__(self, x_scale, y_scale):
        super().__init__()
        self.x_scale = x_scale
        self.y_scale = y_scale

    def forward(self, x):
        b, c, h, w = x.size()
        x = x.unsqueeze(-1).unsqueeze(3)
        x = x.repeat(1, 1, 1, self.y_scale, 1, self.x_scale)
        return x.view(b, c, h * self.y_scale, w * self.x_scale)


class Upsampler(nn.Module):
    def __init__(self, features, scales, pad):
        super().__init__()
        total = np.cumproduct(scales)[-1]
        self.indent = pad * total
        self.grid = np.stack(np.meshgrid(np.linspace(-1, 1, num=7), np.linspace(0, 1, num=5)), axis=2)
        self.mixing = nn.Conv1d(features, 12, 2 * pad + 1)
        self.stretch = Stretch(total, 1)
        self.ups = nn.ModuleList()
        for scale in scales:
            self.ups.append(Stretch(scale, 1))
            self.ups.append(nn.Conv2d(1, 1, (1, 2 * scale + 1), padding=(0, scale), bias=False))
        self.rnn = nn.GRU(features, 10, batch_first=True)
        self.places = nn.Linear(2, 3)

    def forward(self, m):
        aux = self.mixing(m).unsqueeze(1)
        aux = self.stretch(aux).squeeze(1)
        m.unsqueeze_(1)
        for f in self.ups:
            m = f(m)
        m = m.squeeze(1)[:, :, self.indent : -self.indent]
        m.transpose_(1, 2)
        states, _ = self.rnn(m)
        points = torch.from_numpy(self.grid.reshape(-1, 2)).float()
        points.t_()
        return states, aux.transpose(1, 2), self.places(points.t())


# model: Upsampler(20, (3, 4), 2)
# input: 20,11
# wrong: m.transpose_(1, 2) => m.transpose(1, 2)
# wrong: self.places(points.t()) => self.places(points)
# wrong: nn.GRU(features, 10 => nn.GRU(features + 1, 10
# wrong input: 19,11
