"""Dilated causal convolutions with gates; the skips are added up."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class CausalConv1d(nn.Conv1d):
    def __init__(self, in_channels, out_channels, kernel_size, dilation=1, **kw):
        pad = (kernel_size - 1) * dilation
        super().__init__(in_channels, out_channels, kernel_size, padding=pad, dilation=dilation, **kw)

    def forward(self, x):
        out = super().forward(x)
        return out[..., :-self.padding[0]] if self.padding[0] else out


class WaveNet(nn.Module):
    def __init__(self, layers=4, blocks=2, residual=12, skip=20, classes=16, kernel_size=2):
        super(WaveNet, self).__init__()
        self.layers, self.blocks = layers, blocks
        self.start = nn.Conv1d(classes, residual, 1)
        self.dilations = []
        self.filters = nn.ModuleList()
        self.gates = nn.ModuleList()
        self.residuals = nn.ModuleList()
        self.skips = nn.ModuleList()
        receptive_field = 1
        for b in range(blocks):
            new_dilation = 1
            additional_scope = kernel_size - 1
            for i in range(layers):
                self.dilations.append(new_dilation)
                self.filters.append(CausalConv1d(residual, residual, kernel_size, new_dilation))
                self.gates.append(CausalConv1d(residual, residual, kernel_size, new_dilation))
                self.residuals.append(nn.Conv1d(residual, residual, 1))
                self.skips.append(nn.Conv1d(residual, skip, kernel_size=1))
                receptive_field += additional_scope
                additional_scope *= 2
                new_dilation *= 2
        self.receptive_field = receptive_field
        self.end1 = nn.Conv1d(skip, skip, 1)
        self.end2 = nn.Conv1d(skip, classes, 1)

    def forward(self, x):
        x = F.one_hot(x, 16).float().transpose(1, 2)
        x = self.start(x)
        skip = 0
        for i in range(self.blocks * self.layers):
            residual = x
            x = torch.tanh(self.filters[i](residual)) * torch.sigmoid(self.gates[i](residual))
            s = self.skips[i](x)
            try:
                skip = skip[:, :, -s.size(2):]
            except TypeError:
                skip = 0
            skip = s + skip
            x = self.residuals[i](x) + residual[:, :, -x.size(2):]
        x = self.end2(F.relu(self.end1(F.relu(skip))))
        return x[:, :, self.receptive_field - 1:]

# model: WaveNet()
# input: 64:long < 16
# wrong: self.start = nn.Conv1d(classes, residual, 1) => self.start = nn.Conv1d(1, residual, 1)
# wrong: nn.Conv1d(residual, residual, 1) => nn.Conv1d(residual, skip, 1)
# wrong: .float().transpose(1, 2) => .float()
# wrong: range(self.blocks * self.layers) => range(self.blocks * self.layers + 1)
