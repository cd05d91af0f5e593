import torch
from torch import nn
from torch.nn import functional as F


class PyramidPooling(nn.Module):
    def __init__(self, features, out_features=24, sizes=(1, 2, 3, 6)):
        super().__init__()
        self.stages = nn.ModuleList([self._make_stage(features, size) for size in sizes])
        self.bottleneck = nn.Conv2d(features * (len(sizes) + 1), out_features, kernel_size=1)
        self.relu = nn.ReLU()

    def _make_stage(self, features, size):
        prior = nn.AdaptiveAvgPool2d(output_size=(size, size))
        conv = nn.Conv2d(features, features, kernel_size=1, bias=False)
        return nn.Sequential(prior, conv)

    def forward(self, feats):
        h, w = feats.size(2), feats.size(3)
        priors = [F.upsample(input=stage(feats), size=(h, w), mode='bilinear') for stage in self.stages] + [feats]
        return self.relu(self.bottleneck(torch.cat(priors, 1)))


class PSPNet(nn.Module):
    def __init__(self, n_classes=6, deep=18):
        super().__init__()
        self.feats = nn.Sequential(nn.Conv2d(3, deep, 5, 4, 2), nn.PReLU(deep), nn.Conv2d(deep, deep, 3, 1, 2, dilation=2))
        self.psp = PyramidPooling(deep)
        self.drop = nn.Dropout2d(p=0.3)
        self.final = nn.Sequential(nn.Conv2d(24, n_classes, kernel_size=1), nn.LogSoftmax(dim=1))
        self.classifier = nn.Sequential(nn.Linear(deep, 16), nn.ReLU(), nn.Linear(16, n_classes))

    def forward(self, x):
        f = self.feats(x)
        p = self.drop(self.psp(f))
        auxiliary = F.adaptive_max_pool2d(input=f, output_size=(1, 1)).view(-1, f.size(1))
        return self.final(F.interpolate(p, scale_factor=4)), self.classifier(auxiliary)

# model: PSPNet()
# input: 3,52,68
# wrong: (len(sizes) + 1) => len(sizes)
# wrong: nn.PReLU(deep) => nn.PReLU(deep // 2)
# wrong: nn.Linear(deep, 16) => nn.Linear(24, 16)
