"""A latent code is mapped, then steers every convolution by its weights."""
import math
import torch
from torch import nn
from torch.nn import functional as F


class PixelNorm(nn.Module):
    def forward(self, input):
        return input * torch.rsqrt(torch.mean(input ** 2, dim=1, keepdim=True) + 1e-8)


class EqualLinear(nn.Module):
    def __init__(self, in_dim, out_dim, bias=True, bias_init=0, lr_mul=1, activation=None):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_dim, in_dim).div_(lr_mul))
        self.bias = nn.Parameter(torch.zeros(out_dim).fill_(bias_init)) if bias else None
        self.activation = activation
        self.scale = (1 / math.sqrt(in_dim)) * lr_mul
        self.lr_mul = lr_mul

    def forward(self, input):
        if self.activation:
            out = F.linear(input, self.weight * self.scale)
            return F.leaky_relu(out + self.bias * self.lr_mul, 0.2) * 2 ** 0.5
        return F.linear(input, self.weight * self.scale, bias=self.bias * self.lr_mul)


class ModulatedConv2d(nn.Module):
    def __init__(self, in_channel, out_channel, kernel_size, style_dim, demodulate=True, upsample=False):
        super().__init__()
        self.kernel_size, self.in_channel, self.out_channel = kernel_size, in_channel, out_channel
        self.upsample, self.demodulate = upsample, demodulate
        self.padding = kernel_size // 2
        self.weight = nn.Parameter(torch.randn(1, out_channel, in_channel, kernel_size, kernel_size))
        self.modulation = EqualLinear(style_dim, in_channel, bias_init=1)

    def forward(self, input, style):
        batch, in_channel, height, width = input.shape
        style = self.modulation(style).view(batch, 1, in_channel, 1, 1)
        weight = self.weight * style
        if self.demodulate:
            demod = torch.rsqrt(weight.pow(2).sum([2, 3, 4]) + 1e-8)
            weight = weight * demod.view(batch, self.out_channel, 1, 1, 1)
        weight = weight.view(batch * self.out_channel, in_channel, self.kernel_size, self.kernel_size)
        if self.upsample:
            input = F.interpolate(input, scale_factor=2, mode='nearest')
            height, width = height * 2, width * 2
        input = input.view(1, batch * in_channel, height, width)
        out = F.conv2d(input, weight, padding=self.padding, groups=batch)
        _, _, height, width = out.shape
        return out.view(batch, self.out_channel, height, width)


class Generator(nn.Module):
    def __init__(self, size, style_dim=14, n_mlp=3):
        super().__init__()
        layers = [PixelNorm()]
        for i in range(n_mlp):
            layers.append(EqualLinear(style_dim, style_dim, lr_mul=0.01, activation="fused_lrelu"))
        self.style = nn.Sequential(*layers)
        self.channels = {4: 24, 8: 18, 16: 12, 32: 6}
        self.input = nn.Parameter(torch.randn(1, self.channels[4], 4, 4))
        self.log_size = int(math.log(size, 2))
        self.convs = nn.ModuleList()
        self.noises = nn.Module()
        in_channel = self.channels[4]
        for i in range(3, self.log_size + 1):
            out_channel = self.channels[2 ** i]
            self.convs.append(ModulatedConv2d(in_channel, out_channel, 3, style_dim, upsample=True))
            self.noises.register_buffer(f"noise_{i - 3}", torch.randn(1, 1, 2 ** i, 2 ** i))
            in_channel = out_channel
        self.to_rgb = ModulatedConv2d(in_channel, 3, 1, style_dim, demodulate=False)

    def forward(self, styles):
        latent = self.style(styles)
        out = self.input.repeat(latent.shape[0], 1, 1, 1)
        for i, conv in enumerate(self.convs):
            out = conv(out, latent)
            out = F.leaky_relu(out + getattr(self.noises, f"noise_{i}"), 0.2)
        return self.to_rgb(out, latent)

# model: Generator(32)
# input: 14
# wrong: in_channel = out_channel\n => in_channel = 2 * out_channel\n
# wrong: EqualLinear(style_dim, in_channel => EqualLinear(style_dim, out_channel
# wrong: torch.randn(1, 1, 2 ** i, 2 ** i) => torch.randn(1, 1, 2 ** i, i)
# wrong: weight.pow(2).sum([2, 3, 4]) => weight.pow(2).sum([1, 3, 4])
# wrong init: 64
