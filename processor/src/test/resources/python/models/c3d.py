"""Clips of film: three axes to slide over, or two and one."""
import torch
import torch.nn as nn
from torch.nn.modules.utils import _triple


class SpatioTemporalConv(nn.Module):
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, bias=True):
        super(SpatioTemporalConv, self).__init__()
        kernel_size, stride, padding = _triple(kernel_size), _triple(stride), _triple(padding)
        k, s, p = kernel_size, stride, padding
        mid = (k[0] * k[1] * k[2] * in_channels * out_channels) // (k[1] * k[2] * in_channels + k[0] * out_channels)
        self.spatial_conv = nn.Conv3d(in_channels, mid, [1, k[1], k[2]], stride=[1, s[1], s[2]], padding=[0, p[1], p[2]], bias=bias)
        self.bn = nn.BatchNorm3d(mid)
        self.relu = nn.ReLU()
        self.temporal_conv = nn.Conv3d(mid, out_channels, [k[0], 1, 1], stride=[s[0], 1, 1], padding=[p[0], 0, 0], bias=bias)

    def forward(self, x):
        x = self.relu(self.bn(self.spatial_conv(x)))
        return self.temporal_conv(x)


class VideoNet(nn.Module):
    def __init__(self, num_classes=7, factored=True):
        super(VideoNet, self).__init__()
        conv = SpatioTemporalConv if factored else nn.Conv3d
        self.conv1 = conv(3, 8, kernel_size=3, padding=1)
        self.pool1 = nn.MaxPool3d(kernel_size=(1, 2, 2), stride=(1, 2, 2))
        self.conv2 = conv(8, 12, kernel_size=(3, 5, 5), padding=(1, 2, 2), stride=2)
        self.pool2 = nn.MaxPool3d(2, 2, padding=(0, 1, 1))
        self.fc6 = nn.Linear(12 * 2 * 4 * 3, 20)
        self.fc7 = nn.Linear(20, num_classes)

    def forward(self, x):
        x = self.pool1(torch.relu(self.conv1(x)))
        x = self.pool2(torch.relu(self.conv2(x)))
        x = x.view(-1, 12 * 2 * 4 * 3)
        return self.fc7(torch.relu(self.fc6(x)))

# model: VideoNet()
# input: 3,9,24,20
# wrong: padding=(0, 1, 1) => padding=(1, 1, 1, 1)
# wrong: view(-1, 12 * 2 * 4 * 3) => view(-1, 12 * 2 * 5 * 3)
# wrong: nn.BatchNorm3d(mid) => nn.BatchNorm3d(out_channels)
# wrong: [0, p[1], p[2]] => [0, p[1]]
# wrong input: 3,9,24,28
