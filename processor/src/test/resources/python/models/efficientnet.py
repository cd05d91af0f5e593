"""Compound scaling of inverted residuals, the settings in one string table."""
import math
from functools import partial

import torch
from torch import nn
from torch.nn import functional as F

BLOCKS = [
    # repeats, kernel, stride, expand, in, out, squeeze
    'r1_k3_s1_e1_i32_o16_se0.25',
    'r2_k3_s2_e6_i16_o24_se0.25',
    'r2_k5_s2_e6_i24_o40_se0.25',
]


def decode(text):
    """Reads one line of the table."""
    options = {}
    for op in text.split('_'):
        if op.startswith('se'):
            options['se'] = float(op[2:])
        else:
            options[op[0]] = int(op[1:])
    return options


class Swish(nn.Module):
    def forward(self, x):
        return x * torch.sigmoid(x)


class SamePadConv2d(nn.Conv2d):
    """TensorFlow's padding, which depends on the image."""

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, groups=1, bias=True):
        super().__init__(in_channels, out_channels, kernel_size, stride, 0, 1, groups, bias)
        self.stride = self.stride if len(self.stride) == 2 else [self.stride[0]] * 2

    def forward(self, x):
        ih, iw = x.size()[-2:]
        kh, kw = self.weight.size()[-2:]
        sh, sw = self.stride
        oh, ow = math.ceil(ih / sh), math.ceil(iw / sw)
        pad_h = max((oh - 1) * sh + (kh - 1) + 1 - ih, 0)
        pad_w = max((ow - 1) * sw + (kw - 1) + 1 - iw, 0)
        if pad_h > 0 or pad_w > 0:
            x = F.pad(x, [pad_w // 2, pad_w - pad_w // 2, pad_h // 2, pad_h - pad_h // 2])
        return F.conv2d(x, self.weight, self.bias, self.stride, self.padding, self.dilation, self.groups)


class MBConvBlock(nn.Module):
    def __init__(self, k, s, e, i, o, se=None, norm=nn.BatchNorm2d):
        super().__init__()
        mid = i * e
        self.has_se = (se is not None) and (0 < se <= 1)
        self.id_skip = s == 1 and i == o
        if e != 1:
            self._expand_conv = SamePadConv2d(i, mid, 1, bias=False)
            self._bn0 = norm(num_features=mid)
        self._depthwise_conv = SamePadConv2d(mid, mid, k, stride=s, groups=mid, bias=False)
        self._bn1 = norm(num_features=mid)
        if self.has_se:
            squeezed = max(1, int(i * se))
            self._se_reduce = nn.Conv2d(mid, squeezed, 1)
            self._se_expand = nn.Conv2d(squeezed, mid, 1)
        self._project_conv = SamePadConv2d(mid, o, 1, bias=False)
        self._bn2 = norm(num_features=o)
        self._swish = Swish()
        self.expand = e

    def forward(self, inputs):
        x = inputs
        if self.expand != 1:
            x = self._swish(self._bn0(self._expand_conv(inputs)))
        x = self._swish(self._bn1(self._depthwise_conv(x)))
        if self.has_se:
            squeezed = F.adaptive_avg_pool2d(x, 1)
            squeezed = self._se_expand(self._swish(self._se_reduce(squeezed)))
            x = torch.sigmoid(squeezed) * x
        x = self._bn2(self._project_conv(x))
        if self.id_skip:
            x = x + inputs
        return x


class EfficientNet(nn.Module):
    def __init__(self, width=1.0, depth=1.0, num_classes=10):
        super().__init__()
        scale = lambda c: int(math.ceil(c * width / 8) * 8)
        norm = partial(nn.BatchNorm2d, momentum=0.01, eps=1e-3)
        self._conv_stem = SamePadConv2d(3, scale(32), 3, stride=2, bias=False)
        self._bn0 = norm(scale(32))
        self._blocks = nn.ModuleList([])
        for text in BLOCKS:
            args = decode(text)
            repeats = int(math.ceil(depth * args.pop('r')))
            args.update(i=scale(args['i']), o=scale(args['o']))
            self._blocks.append(MBConvBlock(norm=norm, **args))
            if repeats > 1:
                args['i'], args['s'] = args['o'], 1
            for _ in range(repeats - 1):
                self._blocks.append(MBConvBlock(norm=norm, **args))
        self._fc = nn.Linear(scale(40), num_classes)
        self._swish = Swish()

    def forward(self, x):
        x = self._swish(self._bn0(self._conv_stem(x)))
        for idx, block in enumerate(self._blocks):
            x = block(x)
        x = F.adaptive_avg_pool2d(x, 1).flatten(start_dim=1)
        return self._fc(x)

# model: EfficientNet(width=1.1, depth=1.2)
# input: 3,61,75
# wrong: o=scale(args['o']) => o=args['o']
# wrong: scale(40), num_classes => 40, num_classes
# wrong: args['i'], args['s'] = args['o'], 1 => args['s'] = 1
# wrong: pad_h // 2, pad_h - pad_h // 2 => -kh, -ih
