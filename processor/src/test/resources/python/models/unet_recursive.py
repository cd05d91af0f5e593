"""A U-Net for image translation: each level holds the next one inside."""
import functools
import torch
import torch.nn as nn


class Level(nn.Module):
    def __init__(self, outer, inner, channels=None, inside=None, top=False, norm=nn.BatchNorm2d, drop=False):
        super(Level, self).__init__()
        self.top = top
        if type(norm) == functools.partial:
            biased = norm.func == nn.InstanceNorm2d
        else:
            biased = norm == nn.InstanceNorm2d
        if channels is None:
            channels = outer
        shrink = nn.Conv2d(channels, inner, kernel_size=4, stride=2, padding=1, bias=biased)
        if top:
            grow = nn.ConvTranspose2d(inner * 2, outer, kernel_size=4, stride=2, padding=1)
            layers = [shrink] + [inside] + [nn.ReLU(True), grow, nn.Tanh()]
        elif inside is None:
            grow = nn.ConvTranspose2d(inner, outer, kernel_size=4, stride=2, padding=1, bias=biased)
            layers = [nn.LeakyReLU(0.2, True), shrink] + [nn.ReLU(True), grow, norm(outer)]
        else:
            grow = nn.ConvTranspose2d(inner * 2, outer, kernel_size=4, stride=2, padding=1, bias=biased)
            layers = [nn.LeakyReLU(0.2, True), shrink, norm(inner), inside, nn.ReLU(True), grow, norm(outer)]
            layers = layers + [nn.Dropout(0.5)] if drop else layers
        self.model = nn.Sequential(*layers)

    def forward(self, x):
        if self.top:
            return self.model(x)
        return torch.cat([x, self.model(x)], 1)  # the skip connection


class Translator(nn.Module):
    def __init__(self, before, after, depth, width=64, norm=nn.BatchNorm2d, drop=False):
        super(Translator, self).__init__()
        net = Level(width * 8, width * 8, norm=norm)
        for _ in range(depth - 5):
            net = Level(width * 8, width * 8, inside=net, norm=norm, drop=drop)
        for times in (4, 2, 1):
            net = Level(width * times, width * times * 2, inside=net, norm=norm)
        self.model = Level(after, width, channels=before, inside=net, top=True, norm=norm)

    def forward(self, input):
        return self.model(input)


def norm_of(kind='instance'):
    if kind == 'batch':
        return functools.partial(nn.BatchNorm2d, affine=True, track_running_stats=True)
    elif kind == 'instance':
        return functools.partial(nn.InstanceNorm2d, affine=False, track_running_stats=False)
    elif kind == 'none':
        def nothing(x):
            return nn.Identity()
        return nothing
    raise NotImplementedError('no normalization is called [%s]' % kind)


def define(before, after, width, size, norm='batch', drop=False):
    depths = {'small': 6, 'large': 8}
    return Translator(before, after, depths[size], width, norm_of(kind=norm), drop)

# model: define(3, 1, 8, 'small', norm='instance', drop=True)
# input: 3,128,192
# wrong: nn.ConvTranspose2d(inner * 2, outer, kernel_size=4, stride=2, padding=1)\n => nn.ConvTranspose2d(inner, outer, kernel_size=4, stride=2, padding=1)\n
# wrong: kind == 'instance' => kind == 'layer'
# wrong: 'small': 6 => 'tiny': 6
# wrong input: 3,128,190
