"""A variational autoencoder as it was written before randn_like, with a decoder of fixed waves."""
import numpy as np
import torch
from torch import nn


class Waves(nn.Module):
    """Weighs cosines and sines whose frequencies NumPy computes."""

    def __init__(self, harmonics, length):
        super().__init__()
        frequencies = np.append(np.zeros(1, dtype=np.float32),
                                np.arange(harmonics, harmonics / 2 * length, dtype=np.float32) / harmonics)[None, :]
        grid = 2 * np.pi * (np.arange(length, dtype=np.float32)[:, None] / length) * frequencies
        self.cosines = nn.Parameter(torch.tensor(np.transpose(np.cos(grid)), dtype=torch.float32), requires_grad=False)
        self.sines = nn.Parameter(torch.tensor(np.transpose(np.sin(grid)), dtype=torch.float32), requires_grad=False)
        mask = np.triu(np.ones(shape=(length, length)), k=1).astype('float32')
        self.register_buffer('mask', torch.from_numpy(mask))

    @property
    def count(self):
        return 2 * self.cosines.size(0)

    def forward(self, theta):
        half = theta.shape[1] // 2
        waves = torch.einsum('bp,pt->bt', theta[:, :half], self.cosines)
        waves = waves + torch.einsum('bp,pt->bt', theta[:, half:], self.sines)
        return waves @ self.mask


class HarmonicVae(nn.Module):
    def __init__(self, length=14, hidden=23, latent=5, pools=((2, 1), (3, 1))):
        super().__init__()
        self.stride = np.prod(pools, 0, dtype=np.int64)
        self.smooth = nn.Conv1d(1, 1, 3, 1, 1, 1, 1, 'prelu')
        self.hidden = nn.Linear(length, hidden)
        self.mean = nn.Linear(hidden, latent)
        self.log_variance = nn.Linear(hidden, latent)
        self.waves = Waves(2, length)
        self.decode = nn.Linear(latent, self.waves.count)

    def reparametrize(self, mean, log_variance):
        std = log_variance.mul(0.5).exp_()
        noise = torch.FloatTensor(std.size()).normal_()
        noise = noise + torch.Tensor(std.shape[:1] + std.size()[1:]).zero_() + std.new(std.size()).zero_()
        return noise.mul(std).add_(mean)

    def forward(self, x):
        x = self.smooth(x.unsqueeze(1)).squeeze(1)
        h = torch.relu(self.hidden(x))
        mean, log_variance = self.mean(h), self.log_variance(h)
        z = self.reparametrize(mean, log_variance)
        return self.waves(self.decode(z)), mean, log_variance

# model: HarmonicVae(length=14)
# input: 14
# wrong: self.hidden = nn.Linear(length, hidden) => self.hidden = nn.Linear(length + 1, hidden)
# wrong: torch.FloatTensor(std.size()) => torch.FloatTensor(std.size()[1] + 1)
# wrong: np.pi * (np.arange(length, => np.pi * (np.arange(length + 1,
# wrong init: latent=5, length=13
