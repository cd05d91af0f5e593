"""Residual networks with either kind of block."""
import torch
import torch.nn as nn


def conv(kernel, width_in, width_out, stride=1):
    return nn.Conv2d(width_in, width_out, kernel_size=kernel, stride=stride, padding=kernel // 2, bias=False)


class Plain(nn.Module):
    widening = 1

    def __init__(self, width_in, width, stride=1, project=None):
        super(Plain, self).__init__()
        self.conv1 = conv(3, width_in, width, stride)
        self.bn1 = nn.BatchNorm2d(width)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = conv(3, width, width)
        self.bn2 = nn.BatchNorm2d(width)
        self.project = project

    def forward(self, x):
        skip = x if self.project is None else self.project(x)
        y = self.relu(self.bn1(self.conv1(x)))
        y = self.bn2(self.conv2(y))
        return self.relu(y + skip)


class Narrow(nn.Module):
    widening = 4

    def __init__(self, width_in, width, stride=1, project=None):
        super(Narrow, self).__init__()
        wide = width * self.widening
        self.conv1 = conv(1, width_in, width)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = conv(3, width, width, stride)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = conv(1, width, wide)
        self.bn3 = nn.BatchNorm2d(wide)
        self.relu = nn.ReLU(inplace=True)
        self.project = project

    def forward(self, x):
        skip = x

        y = self.conv1(x)
        y = self.bn1(y)
        y = self.relu(y)

        y = self.conv2(y)
        y = self.bn2(y)
        y = self.relu(y)

        y = self.conv3(y)
        y = self.bn3(y)

        if self.project is not None:
            skip = self.project(x)
        y += skip
        return self.relu(y)


class ResNet(nn.Module):
    def __init__(self, block, counts, num_classes=1000, quiet_start=False):
        super(ResNet, self).__init__()
        self.width = 16
        self.conv1 = conv(7, 3, self.width, 2)
        self.bn1 = nn.BatchNorm2d(self.width)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)
        self.layer1 = self.stage(block, 16, counts[0])
        self.layer2 = self.stage(block, 32, counts[1], stride=2)
        self.layer3 = self.stage(block, 64, counts[2], stride=2)
        self.layer4 = self.stage(block, 128, counts[3], stride=2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(128 * block.widening, num_classes)
        if quiet_start:
            for m in self.modules():
                if isinstance(m, Narrow):
                    nn.init.constant_(m.bn3.weight, 0)
                elif isinstance(m, (Plain,)):
                    nn.init.constant_(m.bn2.weight, 0)

    def stage(self, block, width, count, stride=1):
        project = None
        wide = width * block.widening
        if stride != 1 or self.width != wide:
            project = nn.Sequential(
                conv(1, self.width, wide, stride),
                nn.BatchNorm2d(wide),
            )
        blocks = []
        blocks.append(block(self.width, width, stride, project))
        self.width = wide
        for _ in range(1, count):
            blocks.append(block(self.width, width))
        return nn.Sequential(*blocks)

    def forward(self, x):
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))

        x = self.layer1(x)
        x = self.layer2(x)
        x = self.layer3(x)
        x = self.layer4(x)

        x = self.avgpool(x)
        x = torch.flatten(x, 1)
        return self.fc(x)


def resnet50(**kwargs):
    """Three, four, six, three."""
    return ResNet(Narrow, [3, 4, 6, 3], **kwargs)

# model: resnet50(num_classes=19, quiet_start=True)
# input: 3,97,129
# wrong: self.width = wide\n => self.width = width\n
# wrong: nn.Linear(128 * block.widening => nn.Linear(128
# wrong: self.bn3 = nn.BatchNorm2d(wide) => self.bn3 = nn.BatchNorm2d(width)
# wrong: y += skip => y = torch.matmul(y, skip)
