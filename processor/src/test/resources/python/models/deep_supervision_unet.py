"""A U-Net whose pools are a table of factors for each axis, with heads at every depth that are brought to full size."""
import numpy as np
import torch
from torch import nn


class Stage(nn.Sequential):
    def __init__(self, channels_in, channels_out, **settings):
        super().__init__(nn.Conv2d(channels_in, channels_out, 3, padding=1, bias=settings['bias']),
                         nn.InstanceNorm2d(channels_out, affine=True), nn.LeakyReLU(0.01, inplace=True))


class DeepSupervisionUnet(nn.Module):
    def __init__(self, channels=1, classes=3, width=6, pools=((2, 2), (2, 1), (3, 2)), most=20):
        super().__init__()
        self.pools = list(pools)
        self.divisible_by = np.prod(self.pools, 0, dtype=np.int64)
        widths = [min(width * 2 ** depth, most) for depth in range(len(self.pools) + 1)]
        self.down = nn.ModuleList(Stage(i, o, bias=True) for i, o in zip([channels] + widths, widths))
        self.pool = nn.ModuleList(nn.MaxPool2d(factors) for factors in self.pools)
        self.up, self.merge, self.heads, self.full = [], [], [], []
        factors = np.cumprod(np.vstack(self.pools), axis=0)[::-1]
        for depth in range(len(self.pools) - 1, -1, -1):
            self.up.append(nn.ConvTranspose2d(widths[depth + 1], widths[depth], self.pools[depth], self.pools[depth]))
            self.merge.append(Stage(2 * widths[depth], widths[depth], bias=True))
            self.heads.append(nn.Conv2d(widths[depth], classes, 1, bias=False))
        for depth in range(len(self.pools) - 1):
            self.full.append(nn.Upsample(scale_factor=tuple(int(i) for i in factors[depth + 1]), mode='nearest'))
        self.full.append(nn.Identity())
        self.up, self.merge = nn.ModuleList(self.up), nn.ModuleList(self.merge)
        self.heads, self.full = nn.ModuleList(self.heads), nn.ModuleList(self.full)

    def forward(self, x):
        assert all(size % int(by) == 0 for size, by in zip(x.shape[2:], self.divisible_by))
        skips = []
        for stage, pool in zip(self.down[:-1], self.pool):
            skips.append(stage(x))
            x = pool(skips[-1])
        x = self.down[-1](x)
        outputs = []
        for up, merge, head, full in zip(self.up, self.merge, self.heads, self.full):
            x = merge(torch.cat((up(x), skips.pop()), dim=1))
            outputs.append(full(head(x)))
        return outputs[::-1]

# model: DeepSupervisionUnet(channels=1, classes=3)
# input: 1,24,20
# wrong: nn.Conv2d(widths[depth], classes, 1 => nn.Conv2d(widths[depth] + 1, classes, 1
# wrong: self.pools[depth], self.pools[depth])) => self.pools[depth], self.pools[0]))
# wrong input: 1,24,18
# wrong init: channels=2
