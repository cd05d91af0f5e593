import math
from types import SimpleNamespace

import torch
import torch.nn as nn

args = SimpleNamespace(n_resblocks=2, n_feats=16, scale=[4], rgb_range=255, n_colors=3, res_scale=0.1)


def default_conv(before, after, kernel_size, bias=True):
    return nn.Conv2d(before, after, kernel_size, padding=(kernel_size // 2), bias=bias)


class MeanShift(nn.Conv2d):
    """Takes the mean colour away, or adds it again."""

    def __init__(self, rgb_range, rgb_mean=(0.45, 0.44, 0.40), sign=-1):
        super(MeanShift, self).__init__(3, 3, kernel_size=1)
        self.weight.data = torch.eye(3).view(3, 3, 1, 1)
        self.bias.data = sign * rgb_range * torch.Tensor(rgb_mean)
        for p in self.parameters():
            p.requires_grad = False


class ResBlock(nn.Module):
    def __init__(self, conv, n_feats, kernel_size, bn=False, act=nn.ReLU(True), res_scale=1):
        super(ResBlock, self).__init__()
        m = []
        for i in range(2):
            m.append(conv(n_feats, n_feats, kernel_size))
            if bn:
                m.append(nn.BatchNorm2d(n_feats))
            if i == 0:
                m.append(act)
        self.body = nn.Sequential(*m)
        self.res_scale = res_scale

    def forward(self, x):
        res = self.body(x).mul(self.res_scale)
        res += x
        return res


class Upsampler(nn.Sequential):
    def __init__(self, conv, scale, n_feats):
        m = []
        if (scale & (scale - 1)) == 0:  # a power of two
            for _ in range(int(math.log(scale, 2))):
                m.append(conv(n_feats, 4 * n_feats, 3))
                m.append(nn.PixelShuffle(2))
        elif scale == 3:
            m.append(conv(n_feats, 9 * n_feats, 3))
            m.append(nn.PixelShuffle(3))
        else:
            raise NotImplementedError
        super(Upsampler, self).__init__(*m)


class EDSR(nn.Module):
    def __init__(self, args=args, conv=default_conv):
        super(EDSR, self).__init__()
        n_feats = args.n_feats
        scale = args.scale[0]
        self.sub_mean = MeanShift(args.rgb_range)
        self.add_mean = MeanShift(args.rgb_range, sign=1)
        m_body = [ResBlock(conv, n_feats, 3, res_scale=args.res_scale) for _ in range(args.n_resblocks)]
        m_body.append(conv(n_feats, n_feats, 3))
        self.head = nn.Sequential(*[conv(args.n_colors, n_feats, 3)])
        self.body = nn.Sequential(*m_body)
        self.tail = nn.Sequential(*[Upsampler(conv, scale, n_feats), conv(n_feats, args.n_colors, 3)])

    def forward(self, x):
        x = self.sub_mean(x)
        x = self.head(x)
        res = self.body(x)
        res += x
        x = self.tail(res)
        return self.add_mean(x)

# model: EDSR()
# input: 3,13,19
# wrong: scale=[4] => scale=[6]
# wrong: 4 * n_feats, 3 => 2 * n_feats, 3
# wrong: m_body.append(conv(n_feats, n_feats, 3)) => m_body.append(nn.Conv2d(n_feats, n_feats, 3))
# wrong: n_colors=3 => n_colors=1
