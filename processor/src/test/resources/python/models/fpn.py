"""A feature pyramid: lateral ways, from the top down, one map a level."""
import torch.nn as nn
import torch.nn.functional as F


class Backbone(nn.Module):
    def __init__(self, widths):
        super().__init__()
        self.stages = nn.ModuleList()
        before = 3
        for w in widths:
            self.stages.append(nn.Sequential(nn.Conv2d(before, w, 3, 2, 1), nn.BatchNorm2d(w), nn.ReLU()))
            before = w

    def forward(self, x):
        features = []
        for stage in self.stages:
            x = stage(x)
            features.append(x)
        return features


class FPN(nn.Module):
    def __init__(self, widths=(8, 16, 24, 40), out_channels=12, extra=True):
        super().__init__()
        self.body = Backbone(widths)
        self.lateral = nn.ModuleList([nn.Conv2d(w, out_channels, 1) for w in widths[1:]])
        self.smooth = nn.ModuleList([nn.Conv2d(out_channels, out_channels, 3, padding=1) for _ in widths[1:]])
        self.extra = nn.Conv2d(out_channels, out_channels, 3, 2, 1) if extra else None

    def _upsample_add(self, x, y):
        _, _, H, W = y.size()
        return F.interpolate(x, size=(H, W), mode='bilinear', align_corners=False) + y

    def forward(self, x):
        maps = self.body(x)[1:]
        ways = [lateral(m) for lateral, m in zip(self.lateral, maps)]
        for i in range(len(ways) - 1, 0, -1):
            ways[i - 1] = self._upsample_add(ways[i], ways[i - 1])
        outs = [smooth(w) for smooth, w in zip(self.smooth, ways)]
        if self.extra is not None:
            outs.append(self.extra(outs[-1]))
        return tuple(outs)

# model: FPN()
# input: 3,90,123
# wrong: size=(H, W) => scale_factor=2
# wrong: zip(self.lateral, maps) => zip(self.lateral, maps[::-1])
# wrong: for w in widths[1:]])\n        self.smooth => for w in widths[:-1]])\n        self.smooth
