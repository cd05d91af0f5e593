"""A scene in the weights of a perceptron: places and directions as sines and cosines."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Waves:
    """Not a module: it has nothing to learn."""

    def __init__(self, **settings):
        self.settings = settings
        self.functions, self.width = [], 0
        self.collect()

    def collect(self):
        d = self.settings['dims']
        if self.settings['identity']:
            self.functions.append(lambda x: x)
            self.width += d
        for octave in [2. ** i for i in range(self.settings['octaves'])]:
            for wave in self.settings['waves']:
                self.functions.append(lambda x, wave=wave, octave=octave: wave(x * octave))
                self.width += d

    def encode(self, x):
        return torch.cat([f(x) for f in self.functions], -1)


def encoder(octaves):
    if octaves < 0:
        return nn.Identity(), 3
    settings = {
        'identity': True,
        'dims': 3,
        'octaves': octaves,
        'waves': [torch.sin, torch.cos],
    }
    waves = Waves(**settings)
    return (lambda x, w=waves: w.encode(x)), waves.width


class NeRF(nn.Module):
    def __init__(self, depth=6, width=32, octaves=5, view_octaves=3, skips=[3], directions=True):
        super(NeRF, self).__init__()
        self.skips, self.directions = skips, directions
        self.encode, places = encoder(octaves)
        self.encode_view, views = encoder(view_octaves)
        self.trunk = nn.ModuleList(
            [nn.Linear(places, width)] + [nn.Linear(width, width) if i not in self.skips else nn.Linear(width + places, width) for i in range(depth - 1)])
        if directions:
            self.feature = nn.Linear(width, width)
            self.density = nn.Linear(width, 1)
            self.view = nn.Linear(views + width, width // 2)
            self.colour = nn.Linear(width // 2, 3)
        else:
            self.out = nn.Linear(width, 4)

    def forward(self, rays):
        points, views = torch.split(rays, [3, 3], dim=-1)
        points, views = self.encode(points), self.encode_view(views)
        h = points
        for i, _ in enumerate(self.trunk):
            h = F.relu(self.trunk[i](h))
            if i in self.skips:
                h = torch.cat([points, h], -1)
        if not self.directions:
            return self.out(h)
        density = self.density(h)
        h = F.relu(self.view(torch.cat([self.feature(h), views], -1)))
        return torch.cat([self.colour(h), density], -1)

# model: NeRF()
# input: 50,6
# wrong: nn.Linear(width + places, width) => nn.Linear(width, width)
# wrong: views + width, width // 2 => places + width, width // 2
# wrong: 'dims': 3, => 'dims': 2,
# wrong: [3, 3], dim=-1) => [3, 2], dim=-1)
# wrong init: width=33.5
