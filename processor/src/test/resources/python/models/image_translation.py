"""Residual generator and patch discriminator for pictures without pairs."""
import functools
import torch
import torch.nn as nn


class ResnetBlock(nn.Module):
    def __init__(self, dim, padding_type, norm_layer, use_bias):
        super(ResnetBlock, self).__init__()
        self.conv_block = self.build(dim, padding_type, norm_layer, use_bias)

    def build(self, dim, padding_type, norm_layer, use_bias):
        block = []
        for last in (False, True):
            p = 0
            if padding_type == 'reflect':
                block += [nn.ReflectionPad2d(1)]
            elif padding_type == 'replicate':
                block += [nn.ReplicationPad2d(1)]
            elif padding_type == 'zero':
                p = 1
            else:
                raise NotImplementedError('padding [%s] is not implemented' % padding_type)
            block += [nn.Conv2d(dim, dim, kernel_size=3, padding=p, bias=use_bias), norm_layer(dim)]
            if not last:
                block += [nn.ReLU(True)]
        return nn.Sequential(*block)

    def forward(self, x):
        return x + self.conv_block(x)


class Generator(nn.Module):
    def __init__(self, channels=3, width=8, blocks=2, padding_type='reflect'):
        assert (blocks >= 0)
        super(Generator, self).__init__()
        norm = functools.partial(nn.InstanceNorm2d, affine=True)
        model = [nn.ReflectionPad2d(3), nn.Conv2d(channels, width, kernel_size=7, padding=0), norm(width), nn.ReLU(True)]
        downs = 2
        for i in range(downs):
            mult = 2 ** i
            model += [nn.Conv2d(width * mult, width * mult * 2, 3, stride=2, padding=1), norm(width * mult * 2), nn.ReLU(True)]
        mult = 2 ** downs
        for i in range(blocks):
            model += [ResnetBlock(width * mult, padding_type=padding_type, norm_layer=norm, use_bias=True)]
        for i in range(downs):
            mult = 2 ** (downs - i)
            model += [nn.ConvTranspose2d(width * mult, int(width * mult / 2), 3, stride=2, padding=1, output_padding=1),
                      norm(int(width * mult / 2)), nn.ReLU(True)]
        model += [nn.ReflectionPad2d(3)]
        model += [nn.Conv2d(width, channels, kernel_size=7, padding=0)]
        model += [nn.Tanh()]
        self.model = nn.Sequential(*model)

    def forward(self, input):
        return self.model(input)


class PatchJudge(nn.Module):
    def __init__(self, channels, width=8, n_layers=3):
        super(PatchJudge, self).__init__()
        sequence = [nn.Conv2d(channels, width, 4, stride=2, padding=1), nn.LeakyReLU(0.2, True)]
        mult = 1
        for n in range(1, n_layers + 1):
            previous, mult = mult, min(2 ** n, 8)
            step = 1 if n == n_layers else 2
            sequence += [nn.Conv2d(width * previous, width * mult, 4, stride=step, padding=1), nn.LeakyReLU(0.2, True)]
        sequence += [nn.Conv2d(width * mult, 1, 4, stride=1, padding=1)]
        self.model = nn.Sequential(*sequence)

    def forward(self, fake, real):
        return self.model(torch.cat((fake, real), 1))


class Translation(nn.Module):
    def __init__(self, **kwargs):
        super(Translation, self).__init__()
        self.netG = Generator(**kwargs)
        self.netD = PatchJudge(6)

    def forward(self, real):
        fake = self.netG(real)
        return self.netD(fake, real)

# model: Translation(padding_type='reflect', blocks=3)
# input: 3,64,44
# wrong: nn.ReflectionPad2d(1) => nn.ReflectionPad2d(2)
# wrong: output_padding=1 => output_padding=2
# wrong: mult = 2 ** (downs - i) => mult = 2 ** i
# wrong init: padding_type='circular'
# wrong input: 3,65,44
