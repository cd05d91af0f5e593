"""A generator and its judge, trained against each other; here one after the other."""
import torch.nn as nn

nz = 100
ngf = 16
ndf = 16
nc = 3


def weights_init(m):
    classname = m.__class__.__name__
    if classname.find('Conv') != -1:
        nn.init.normal_(m.weight.data, 0.0, 0.02)
    elif classname.find('BatchNorm') != -1:
        nn.init.normal_(m.weight.data, 1.0, 0.02)
        nn.init.constant_(m.bias.data, 0)


class Generator(nn.Module):
    def __init__(self, ngpu):
        super(Generator, self).__init__()
        self.ngpu = ngpu
        layers = [nn.ConvTranspose2d(nz, ngf * 8, 4, 1, 0, bias=False), nn.BatchNorm2d(ngf * 8), nn.ReLU(True)]
        for times in (4, 2, 1):
            layers.extend([
                nn.ConvTranspose2d(ngf * times * 2, ngf * times, 4, 2, 1, bias=False),
                nn.BatchNorm2d(ngf * times),
                nn.ReLU(True),
            ])
        layers.extend((nn.ConvTranspose2d(ngf, nc, 4, 2, 1, bias=False), nn.Tanh()))
        self.main = nn.Sequential(*layers)

    def forward(self, input):
        if input.is_cuda and self.ngpu > 1:
            output = nn.parallel.data_parallel(self.main, input, range(self.ngpu))
        else:
            output = self.main(input)
        return output


class Discriminator(nn.Module):
    def __init__(self, ngpu):
        super(Discriminator, self).__init__()

        def block(before, after, norm=True):
            layers = [nn.Conv2d(before, after, 4, 2, 1, bias=False)]
            if norm:
                layers.append(nn.BatchNorm2d(after))
            layers.append(nn.LeakyReLU(0.2, inplace=True))
            return layers

        self.ngpu = ngpu
        self.main = nn.Sequential(
            *block(nc, ndf, norm=False),
            *block(ndf, ndf * 2),
            *block(ndf * 2, ndf * 4),
            *block(ndf * 4, ndf * 8),
            nn.Conv2d(ndf * 8, 1, 4, 1, 0, bias=False),
            nn.Sigmoid(),
        )

    def forward(self, input):
        output = self.main(input)
        return output.view(-1, 1).squeeze(1)


class Gan(nn.Module):
    def __init__(self, ngpu=1):
        super(Gan, self).__init__()
        self.netG = Generator(ngpu).apply(weights_init)
        self.netD = Discriminator(ngpu)
        self.netD.apply(weights_init)

    def forward(self, noise):
        fake = self.netG(noise)
        return fake, self.netD(fake)

# model: Gan()
# input: 100,1,1
# wrong: ngf * times * 2, ngf * times, 4, 2, 1 => ngf * times * 2, ngf * times, 4, 2, 2
# wrong: nz = 100 => nz = 128
# wrong: *block(nc, ndf, norm=False) => *block(ndf, ndf, norm=False)
# wrong: *block(ndf * 2, ndf * 4) => *block(ndf * 2, ndf * 2)
