"""Separates voices: a learned transform, masks, and back."""
import torch
import torch.nn as nn


def choose_norm(norm_type, channel_size):
    """gLN, BN"""
    if norm_type == "gLN":
        return GlobalNorm(channel_size)
    else:
        return nn.BatchNorm1d(channel_size)


class GlobalNorm(nn.Module):
    def __init__(self, channel_size):
        super(GlobalNorm, self).__init__()
        self.gamma = nn.Parameter(torch.Tensor(1, channel_size, 1))  # [1, N, 1]
        self.beta = nn.Parameter(torch.Tensor(1, channel_size, 1))
        self.gamma.data.fill_(1)
        self.beta.data.zero_()

    def forward(self, y):
        mean = y.mean(dim=1, keepdim=True).mean(dim=2, keepdim=True)
        var = (torch.pow(y - mean, 2)).mean(dim=1, keepdim=True).mean(dim=2, keepdim=True)
        return self.gamma * (y - mean) / torch.pow(var + 1e-8, 0.5) + self.beta


class Temporal(nn.Module):
    def __init__(self, B, H, P, dilation, norm_type):
        super(Temporal, self).__init__()
        self.net = nn.Sequential(
            nn.Conv1d(B, H, 1, bias=False), nn.PReLU(), choose_norm(norm_type, H),
            nn.Conv1d(H, H, P, padding=(P - 1) * dilation // 2, dilation=dilation, groups=H), nn.PReLU(), choose_norm(norm_type, H),
            nn.Conv1d(H, B, 1, bias=False))

    def forward(self, x):
        return x + self.net(x)


class ConvTasNet(nn.Module):
    def __init__(self, N=24, L=8, B=12, H=20, P=3, X=3, R=2, C=2, norm_type="gLN", mask_nonlinear='relu'):
        super(ConvTasNet, self).__init__()
        self.N, self.L, self.C, self.mask_nonlinear = N, L, C, mask_nonlinear
        self.encoder = nn.Conv1d(1, N, kernel_size=L, stride=L // 2, bias=False)
        repeats = []
        for r in range(R):
            repeats += [nn.Sequential(*[Temporal(B, H, P, 2 ** x, norm_type) for x in range(X)])]
        self.separator = nn.Sequential(choose_norm(norm_type, N), nn.Conv1d(N, B, 1), nn.Sequential(*repeats), nn.Conv1d(B, C * N, 1))
        self.decoder = nn.ConvTranspose1d(N, 1, L, stride=L // 2, bias=False)
        for p in self.parameters():
            if p.dim() > 1:
                nn.init.xavier_normal_(p)

    def forward(self, mixture):
        w = torch.relu(self.encoder(mixture.unsqueeze(1)))
        M, N, K = w.size()
        score = self.separator(w).view(M, self.C, N, K)
        if self.mask_nonlinear == 'softmax':
            mask = torch.softmax(score, dim=1)
        elif self.mask_nonlinear == 'relu':
            mask = torch.relu(score)
        else:
            raise ValueError("Unsupported mask non-linear function")
        sources = w.unsqueeze(1) * mask
        out = self.decoder(sources.view(M * self.C, N, K))
        return out.view(M, self.C, -1)

# model: ConvTasNet()
# input: mixture=160
# wrong: nn.Conv1d(B, C * N, 1) => nn.Conv1d(B, C * B, 1)
# wrong: (P - 1) * dilation // 2 => P * dilation // 2
# wrong: w.unsqueeze(1) * mask => w.unsqueeze(2) * mask
# wrong init: mask_nonlinear='sigmoid'
# wrong init: P=4
