"""A U-Net for any image: what does not fit on the way up is padded."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Twice(nn.Module):
    """Convolve, normalize, activate; twice."""

    def __init__(self, before, after, between=None):
        super().__init__()
        if not between:
            between = after
        self.layers = nn.Sequential(
            nn.Conv2d(before, between, kernel_size=3, padding=1, bias=False),
            nn.BatchNorm2d(between),
            nn.ReLU(inplace=True),
            nn.Conv2d(between, after, kernel_size=3, padding=1, bias=False),
            nn.BatchNorm2d(after),
            nn.ReLU(inplace=True),
        )

    def forward(self, x):
        return self.layers(x)


class Up(nn.Module):
    def __init__(self, before, after, smooth=True):
        super().__init__()
        if smooth:
            self.grow = nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)
            self.conv = Twice(before, after, before // 2)
        else:
            self.grow = nn.ConvTranspose2d(before, before // 2, kernel_size=2, stride=2)
            self.conv = Twice(before, after)

    def forward(self, low, high):
        low = self.grow(low)
        dy = high.size()[2] - low.size()[2]
        dx = high.size()[3] - low.size()[3]
        low = F.pad(low, [dx // 2, dx - dx // 2, dy // 2, dy - dy // 2])
        return self.conv(torch.cat([high, low], dim=1))


class UNet(nn.Module):
    def __init__(self, channels, classes, base=16, smooth=False):
        super(UNet, self).__init__()
        half = 2 if smooth else 1
        self.enter = Twice(channels, base)
        self.down1 = nn.Sequential(nn.MaxPool2d(2), Twice(base, base * 2))
        self.down2 = nn.Sequential(nn.MaxPool2d(2), Twice(base * 2, base * 4))
        self.down3 = nn.Sequential(nn.MaxPool2d(2), Twice(base * 4, base * 8 // half))
        self.up1 = Up(base * 8, base * 4 // half, smooth)
        self.up2 = Up(base * 4, base * 2 // half, smooth)
        self.up3 = Up(base * 2, base, smooth)
        self.leave = nn.Conv2d(base, classes, kernel_size=1)

    def forward(self, x):
        a = self.enter(x)
        b = self.down1(a)
        c = self.down2(b)
        d = self.down3(c)
        x = self.up1(d, c)
        x = self.up2(x, b)
        x = self.up3(x, a)
        return self.leave(x)

# model: UNet(3, 4, smooth=True)
# input: 3,45,70
# wrong: torch.cat([high, low], dim=1) => torch.cat([high, low], dim=2)
# wrong: self.up2 = Up(base * 4, base * 2 // half => self.up2 = Up(base * 4, base * 2
# wrong: dx = high.size()[3] - low.size()[3] => dx = high.size()[3] - low.size()[2]
