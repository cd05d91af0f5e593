"""Atrous pyramid over a dilated backbone."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Atrous(nn.Sequential):
    def __init__(self, before, after, rate):
        kernel = 1 if rate == 1 else 3
        super().__init__(
            nn.Conv2d(before, after, kernel, padding=0 if kernel == 1 else rate, dilation=rate, bias=False),
            nn.BatchNorm2d(after),
            nn.ReLU(),
        )


class ImagePool(nn.Sequential):
    def __init__(self, before, after):
        super().__init__(nn.AdaptiveAvgPool2d(1), nn.Conv2d(before, after, 1), nn.ReLU())

    def forward(self, x):
        size = x.shape[-2:]
        for mod in self:
            x = mod(x)
        return F.interpolate(x, size=size, mode="bilinear", align_corners=False)


class ASPP(nn.Module):
    def __init__(self, before, after, rates):
        super().__init__()
        modules = []
        for rate in tuple(rates):
            modules.append(Atrous(before, after, rate))
        modules.append(ImagePool(before, after))
        self.convs = nn.ModuleList(modules)
        self.project = nn.Sequential(nn.Conv2d(len(self.convs) * after, after, 1, bias=False), nn.Dropout(0.5))

    def forward(self, x):
        found = []
        for conv in self.convs:
            found.append(conv(x))
        return self.project(torch.cat(found, dim=1))


class DeepLab(nn.Module):
    def __init__(self, num_classes=21, output_stride=16, low=True):
        super().__init__()
        if output_stride == 16:
            strides, rates = [2, 2, 2], [1, 6, 12]
        elif output_stride == 8:
            strides, rates = [2, 2, 1], [1, 12, 24]
        else:
            raise NotImplementedError
        self.entry = nn.Conv2d(3, 12, 3, 2, 1)
        self.layers = nn.ModuleList(nn.Conv2d(12 * 2 ** i, 24 * 2 ** i, 3, s, 1) for i, s in enumerate(strides))
        self.aspp = ASPP(96, 20, rates)
        self.low = nn.Conv2d(24, 10, 1) if low else None
        self.classifier = nn.Conv2d(20 + (10 if low else 0), num_classes, 1)

    def forward(self, x):
        size = x.size()[2:]
        x = F.relu(self.entry(x))
        low = None
        for layer in self.layers:
            x = F.relu(layer(x))
            if low is None:
                low = x
        x = self.aspp(x)
        if self.low is not None:
            low = self.low(low)
            x = F.interpolate(x, low.shape[2:], mode="bilinear")
            x = torch.cat((x, low), 1)
        return F.interpolate(self.classifier(x), size=size, mode="bilinear", align_corners=True)

# model: DeepLab(output_stride=8)
# input: 3,65,97
# wrong: 20 + (10 if low else 0) => 20 + (0 if low else 10)
# wrong: len(self.convs) * after => len(rates) * after
# wrong: padding=0 if kernel == 1 else rate => padding=rate - 1
# wrong init: output_stride=32
