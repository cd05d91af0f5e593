"""Stacked hourglasses for poses: each holds a smaller one, down to the last."""
import torch.nn as nn
import torch.nn.functional as F


class Residual(nn.Module):
    def __init__(self, before, after):
        super(Residual, self).__init__()
        self.bn = nn.BatchNorm2d(before)
        self.conv = nn.Conv2d(before, after, 3, 1, 1)
        self.skip = None
        if before != after:
            self.skip = nn.Conv2d(before, after, 1)

    def forward(self, x):
        out = self.conv(F.relu(self.bn(x)))
        return out + (self.skip(x) if self.skip else x)


class Hourglass(nn.Module):
    def __init__(self, n, width, increase=0):
        super(Hourglass, self).__init__()
        wider = width + increase
        self.up1 = Residual(width, width)
        self.pool1 = nn.MaxPool2d(2, 2)
        self.low1 = Residual(width, wider)
        # recursive
        self.low2 = Hourglass(n - 1, wider, increase) if n > 1 else Residual(wider, wider)
        self.low3 = Residual(wider, width)
        self.up2 = nn.Upsample(scale_factor=2, mode='nearest')

    def forward(self, x):
        up1 = self.up1(x)
        low = self.low3(self.low2(self.low1(self.pool1(x))))
        return up1 + self.up2(low)


class PoseNet(nn.Module):
    def __init__(self, nstack, width=16, joints=17, increase=8):
        super(PoseNet, self).__init__()
        self.nstack = nstack
        self.pre = nn.Conv2d(3, width, 7, 2, 3)
        self.glasses = nn.ModuleList([Hourglass(3, width, increase) for _ in range(nstack)])
        self.outs = nn.ModuleList([nn.Conv2d(width, joints, 1) for _ in range(nstack)])
        self.back = nn.ModuleList([nn.Conv2d(joints, width, 1) for _ in range(nstack - 1)])

    def forward(self, images):
        x = self.pre(images)
        heatmaps = []
        for i in range(self.nstack):
            feature = self.glasses[i](x)
            heatmaps.append(self.outs[i](feature))
            if i < self.nstack - 1:
                x = x + feature + self.back[i](heatmaps[-1])
        return heatmaps

# model: PoseNet(2)
# input: 3,48,80
# wrong: self.low3 = Residual(wider, width) => self.low3 = Residual(width, width)
# wrong: nn.Conv2d(joints, width, 1) for => nn.Conv2d(width, width, 1) for
# wrong input: 3,40,80
