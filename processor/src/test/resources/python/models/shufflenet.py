import torch
import torch.nn as nn


def mix(x, groups):
    n, c, h, w = x.data.size()
    x = x.view(n, groups, c // groups, h, w)
    x = torch.transpose(x, 1, 2).contiguous()
    return x.view(n, -1, h, w)


class Unit(nn.Module):
    def __init__(self, before, after, stride):
        super().__init__()
        if not (1 <= stride <= 3):
            raise ValueError('a stride of {} is too much'.format(stride))
        self.stride = stride
        half = after // 2
        assert (self.stride != 1) or (before == half << 1)
        if self.stride > 1:
            self.left = nn.Sequential(
                self.depthwise(before, stride=self.stride),
                nn.BatchNorm2d(before),
                nn.Conv2d(before, half, kernel_size=1, bias=False),
                nn.BatchNorm2d(half),
                nn.ReLU(inplace=True),
            )
        self.right = nn.Sequential(
            nn.Conv2d(before if (self.stride > 1) else half, half, kernel_size=1, bias=False),
            nn.BatchNorm2d(half),
            nn.ReLU(inplace=True),
            self.depthwise(half, stride=self.stride),
            nn.BatchNorm2d(half),
            nn.Conv2d(half, half, kernel_size=1, bias=False),
            nn.BatchNorm2d(half),
            nn.ReLU(inplace=True),
        )

    @staticmethod
    def depthwise(width, stride=1, kernel=3, bias=False):
        return nn.Conv2d(width, width, kernel, stride, kernel // 2, bias=bias, groups=width)

    def forward(self, x):
        if self.stride == 1:
            stay, go = x.chunk(2, dim=1)
            out = torch.cat((stay, self.right(go)), dim=1)
        else:
            out = torch.cat((self.left(x), self.right(x)), dim=1)
        return mix(out, 2)


class ShuffleNet(nn.Module):
    def __init__(self, repeats, widths, num_classes=10):
        super().__init__()
        if len(repeats) != len(widths) - 1:
            raise ValueError('one repeat count for every stage, please')
        width = widths[0]
        self.stem = nn.Sequential(nn.Conv2d(3, width, 3, 2, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True))
        self.pool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
        self.names = ['stage{}'.format(i + 2) for i in range(len(repeats))]
        for name, count, after in zip(self.names, repeats, widths[1:]):
            units = [Unit(width, after, 2)]
            for _ in range(count - 1):
                units.append(Unit(after, after, 1))
            setattr(self, name, nn.Sequential(*units))
            width = after
        self.fc = nn.Linear(width, num_classes)

    def forward(self, x):
        x = self.pool(self.stem(x))
        for name in self.names:
            x = getattr(self, name)(x)
        x = x.mean([2, 3])
        return self.fc(x)

# model: ShuffleNet([2, 3, 2], [24, 48, 96, 192], num_classes=13)
# input: 3,64,80
# wrong: nn.Conv2d(before, half, kernel_size=1 => nn.Conv2d(before, half + 1, kernel_size=1
# wrong: stay, go = x.chunk(2, dim=1) => stay, go = x.chunk(3, dim=1)
# wrong: x.mean([2, 3]) => x.mean(3)
# wrong init: [2, 3], [24, 48, 96, 192]
