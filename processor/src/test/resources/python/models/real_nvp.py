"""Coupling layers that can be run backwards; their networks are made by functions."""
import torch
import torch.nn as nn


class Coupling(nn.Module):
    def __init__(self, nets, nett, mask):
        super(Coupling, self).__init__()
        self.mask = nn.Parameter(mask, requires_grad=False)
        self.t = nets()
        self.s = nett()

    def forward(self, x, log_det=None):
        if log_det is None:
            log_det = x.new_zeros(x.shape[0])
        kept = self.mask * x
        s = self.s(kept) * (1 - self.mask)
        t = self.t(kept) * (1 - self.mask)
        return kept + (1 - self.mask) * (x * torch.exp(s) + t), log_det + s.sum(dim=1)


class RealNVP(nn.Module):
    def __init__(self, dim=6, hidden=16, layers=4):
        super(RealNVP, self).__init__()
        nets = lambda: nn.Sequential(nn.Linear(dim, hidden), nn.LeakyReLU(), nn.Linear(hidden, dim), nn.Tanh())
        nett = lambda: nn.Sequential(nn.Linear(dim, hidden), nn.LeakyReLU(), nn.Linear(hidden, dim))
        half = dim // 2
        masks = torch.tensor([[0.] * half + [1.] * (dim - half), [1.] * half + [0.] * (dim - half)] * (layers // 2))
        self.flows = nn.ModuleList([Coupling(nets, nett, masks[i]) for i in range(len(masks))])
        self.register_buffer('loc', torch.zeros(dim), persistent=False)

    def forward(self, x):
        log_det = None
        for flow in reversed(self.flows):
            x, log_det = flow(x, log_det)
        prior = -0.5 * ((x - self.loc) ** 2).sum(-1)
        return x, prior + log_det

# model: RealNVP(dim=7)
# input: 7
# wrong: half = dim // 2 => half = dim // 2 + 1; masks = None; dim = dim + 1
# wrong: nn.Linear(hidden, dim), nn.Tanh() => nn.Linear(hidden, 2 * dim), nn.Tanh()
# wrong: s.sum(dim=1) => s.sum(dim=0)
# wrong input: 6
