import torch
import torch.nn as nn


class PermEqui(nn.Module):
    def __init__(self, in_dim, out_dim, pool='max'):
        super().__init__()
        self.gamma = nn.Linear(in_dim, out_dim)
        self.lambda_ = nn.Linear(in_dim, out_dim, bias=False)
        self.pool = pool

    def forward(self, x):
        if self.pool == 'max':
            xm, _ = x.max(1, keepdim=True)
        elif self.pool == 'mean':
            xm = x.mean(1, keepdim=True)
        else:
            assert False, f'unknown pool {self.pool}'
        return self.gamma(x) - self.lambda_(xm)


class DeepSet(nn.Module):
    def __init__(self, x_dim=5, d_dim=18, pools=('max', 'mean', 'max')):
        super().__init__()
        dims = [x_dim] + [d_dim] * len(pools)
        phi = []
        for i, pool in enumerate(pools):
            phi.extend([PermEqui(dims[i], dims[i + 1], pool), nn.ELU(inplace=True)])
        self.phi = nn.Sequential(*phi)
        self.ro = nn.Sequential(nn.Dropout(p=0.5), nn.Linear(self.phi[0].gamma.out_features, 12), nn.Tanh(), nn.Linear(12, 4))

    def forward(self, x):
        return self.ro(self.phi(x).sum(dim=1))

# model: DeepSet()
# input: 30,5
# wrong: dims[i], dims[i + 1], pool) => dims[i + 1], dims[i + 1], pool)
# wrong: .out_features, 12) => .in_features, 12)
# wrong: .sum(dim=1)) => .sum(dim=2))
# wrong init: pools=('max', 'sum')
