"""Thin ResNets for small images: 6n + 2 layers, shortcuts with or without weights."""
import torch.nn as nn
import torch.nn.functional as F


class Apply(nn.Module):
    def __init__(self, function):
        super(Apply, self).__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


class Block(nn.Module):
    def __init__(self, before, after, stride=1, shortcut='pad'):
        super(Block, self).__init__()
        self.a = nn.Conv2d(before, after, 3, stride=stride, padding=1, bias=False)
        self.norm_a = nn.BatchNorm2d(after)
        self.b = nn.Conv2d(after, after, 3, padding=1, bias=False)
        self.norm_b = nn.BatchNorm2d(after)
        self.way = nn.Sequential()
        if stride != 1 or before != after:
            if shortcut == 'pad':
                extra = (after - before) // 2
                self.way = Apply(lambda x: F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, extra, extra), "constant", 0))
            elif shortcut == 'conv':
                self.way = nn.Sequential(
                    nn.Conv2d(before, after, 1, stride=stride, bias=False),
                    nn.BatchNorm2d(after),
                )

    def forward(self, x):
        out = F.relu(self.norm_a(self.a(x)))
        out = self.norm_b(self.b(out))
        out += self.way(x)
        return F.relu(out)


class CifarNet(nn.Module):
    def __init__(self, n, widths=(16, 32, 64), num_classes=10, **options):
        super(CifarNet, self).__init__()
        self.current = widths[0]
        self.stem = nn.Conv2d(3, widths[0], 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(widths[0])
        self.group1 = self.group(n, widths[0], 1, options)
        self.group2 = self.group(n, widths[1], 2, options)
        self.group3 = self.group(n, widths[2], 2, options)
        self.linear = nn.Linear(widths[-1], num_classes)

    def group(self, n, width, stride, options):
        blocks = []
        for step in [stride] + [1] * (n - 1):
            blocks.append(Block(self.current, width, step, **options))
            self.current = width
        return nn.Sequential(*blocks)

    def forward(self, x):
        out = F.relu(self.norm(self.stem(x)))
        out = self.group3(self.group2(self.group1(out)))
        out = F.avg_pool2d(out, out.size()[3])
        out = out.view(out.size(0), -1)
        return self.linear(out)


def resnet20(shortcut='pad'):
    return CifarNet(3, shortcut=shortcut)

# model: resnet20()
# input: 3,32,32
# wrong: x[:, :, ::2, ::2] => x[:, :, ::2, ::4]
# wrong: extra, extra), "constant" => extra, 0), "constant"
# wrong: nn.Linear(widths[-1] => nn.Linear(widths[1]
