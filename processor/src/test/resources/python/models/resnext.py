"""Grouped bottlenecks; the block, the norm and the activation are classes that one hands in."""
import torch.nn as nn


class GroupedBlock(nn.Module):
    expansion = 2

    def __init__(self, width, planes, groups=4, base=6, stride=1, norm=None, act=nn.ReLU):
        super().__init__()
        norm = norm or nn.BatchNorm2d
        inner = int(planes * (base / 16.)) * groups
        self.layers = nn.Sequential(
            nn.Conv2d(width, inner, 1, bias=False), norm(inner), act(),
            nn.Conv2d(inner, inner, 3, stride, 1, groups=groups, bias=False), norm(inner), act(),
            nn.Conv2d(inner, planes * self.expansion, 1, bias=False), norm(planes * self.expansion),
        )
        same = stride == 1 and width == planes * self.expansion
        self.shortcut = nn.Identity() if same else nn.Conv2d(width, planes * self.expansion, 1, stride)
        self.act = act()

    def forward(self, x):
        return self.act(self.layers(x) + self.shortcut(x))


class ResNeXt(nn.Module):
    def __init__(self, block=GroupedBlock, depths=(1, 2, 1), num_classes=7, norm_groups=None, **block_options):
        super().__init__()
        if norm_groups:
            block_options['norm'] = lambda width: nn.GroupNorm(norm_groups, width)
        width = 16
        self.stem = nn.Conv2d(3, width, 3, padding='same')
        for i, depth in enumerate(depths):
            planes = 16 * 2 ** i
            blocks = []
            while len(blocks) < depth:
                first = not blocks
                blocks.append(block(width, planes, stride=2 if first and i else 1, **block_options))
                width = planes * block.expansion
            self.add_module(f"stage_{i}", nn.Sequential(*blocks))
        self.depth = len(depths)
        self.head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, num_classes))

    def forward(self, x):
        x = self.stem(x)
        for i in range(self.depth):
            x = getattr(self, f"stage_{i}")(x)
        return self.head(x)

# model: ResNeXt(norm_groups=4, act=nn.SiLU)
# input: 3,35,43
# wrong: width = planes * block.expansion => width = planes
# wrong: int(planes * (base / 16.)) * groups => int(planes * (base / 16.)) * groups + 1
# wrong init: norm_groups=5
