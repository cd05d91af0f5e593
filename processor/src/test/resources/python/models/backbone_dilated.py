"""A torchvision network as a backbone: its strides become dilations, an auxiliary head trains with it."""

from functools import partial

import torch.nn as nn
import torch.nn.functional as F
import torchvision
import torchvision.models as models


class Encoder(nn.Module):
    def __init__(self, depth, frames=1):
        super(Encoder, self).__init__()
        networks = {18: models.resnet18, 34: models.resnet34}
        if depth not in networks:
            raise ValueError("{} is no number of layers".format(depth))
        self.encoder = networks[depth](pretrained=False)
        if frames > 1:
            self.encoder.conv1 = nn.Conv2d(3 * frames, 64, kernel_size=7, stride=2, padding=3, bias=False)
        self.encoder.layer4.apply(partial(self.dilate, rate=2))
        for name, m in self.encoder.layer4.named_modules():
            if "downsample.0" in name:
                m.stride = 1

    @staticmethod
    def dilate(m, rate):
        if m.__class__.__name__.find("Conv") != -1 and m.kernel_size == (3, 3):
            if m.stride == (2, 2):
                m.stride = (1, 1)
            m.dilation, m.padding = (rate, rate), (rate, rate)

    def forward(self, x):
        features = []
        x = self.encoder.relu(self.encoder.bn1(self.encoder.conv1((x - 0.45) / 0.225)))
        for layer in (self.encoder.layer1, self.encoder.layer2, self.encoder.layer3, self.encoder.layer4):
            x = layer(self.encoder.maxpool(x) if not features else x)
            features.append(x)
        return features


class Segmenter(nn.Module):
    def __init__(self, classes=5, criterion=nn.CrossEntropyLoss(ignore_index=255)):
        super().__init__()
        self.encoder = Encoder(18, frames=2)
        self.edges = torchvision.models.vgg11(num_classes=7).features[:6]
        self.head = nn.Conv2d(512 + 128, classes, 1)
        self.criterion = criterion
        self.pool = nn.MaxPool2d(2)
        self.factor = 8 * self.pool.stride
        if self.training:
            self.aux = nn.Conv2d(256, classes, 1)

    def forward(self, x, y=None):
        features = self.encoder(x)
        size = [s // self.factor for s in x.shape[-2:]]
        edges = F.interpolate(self.edges(x[:, :3]), size=size)
        out = self.head(self.cat(features[-1], edges))
        if self.training:
            return out.max(1)[1], self.criterion(out, y), self.criterion(self.aux(features[-2]), y)
        return out

    @staticmethod
    def cat(*parts):
        return nn.functional.pad(parts[0], (0, 0, 0, 0, 0, parts[1].size(1))) + nn.functional.pad(
            parts[1], (0, 0, 0, 0, parts[0].size(1), 0)
        )


# model: Segmenter(classes=5)
# input: 6,48,80
# wrong: nn.Conv2d(512 + 128, classes, 1) => nn.Conv2d(512 + 64, classes, 1)
# wrong: m.dilation, m.padding = (rate, rate), (rate, rate) => m.dilation, m.padding = (rate, rate), (1, 1)
# wrong: 8 * self.pool.stride => 4 * self.pool.stride
# wrong: Encoder(18, frames=2) => Encoder(18, frames=3)
# wrong: Encoder(18, frames=2) => Encoder(20, frames=2)
# wrong input: 3,48,80
