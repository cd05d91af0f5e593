"""Values of actions from stacked frames; with two streams on request, and noise in the layers."""
import math
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


class NoisyLinear(nn.Module):
    def __init__(self, in_features, out_features, std_init=0.5):
        super(NoisyLinear, self).__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.std_init = std_init
        self.weight_mu = nn.Parameter(torch.empty(out_features, in_features))
        self.weight_sigma = nn.Parameter(torch.empty(out_features, in_features))
        self.register_buffer('weight_epsilon', torch.empty(out_features, in_features))
        self.bias_mu = nn.Parameter(torch.empty(out_features))
        self.bias_sigma = nn.Parameter(torch.empty(out_features))
        self.register_buffer('bias_epsilon', torch.empty(out_features))
        self.reset_parameters()
        self.reset_noise()

    def reset_parameters(self):
        mu_range = 1 / math.sqrt(self.in_features)
        self.weight_mu.data.uniform_(-mu_range, mu_range)
        self.weight_sigma.data.fill_(self.std_init / math.sqrt(self.in_features))
        self.bias_mu.data.uniform_(-mu_range, mu_range)

    def _scale_noise(self, size):
        x = torch.randn(size)
        return x.sign().mul_(x.abs().sqrt_())

    def reset_noise(self):
        epsilon_in = self._scale_noise(self.in_features)
        epsilon_out = self._scale_noise(self.out_features)
        self.weight_epsilon.copy_(epsilon_out.ger(epsilon_in))
        self.bias_epsilon.copy_(epsilon_out)

    def forward(self, input):
        if self.training:
            return F.linear(input, self.weight_mu + self.weight_sigma * self.weight_epsilon, self.bias_mu + self.bias_sigma * self.bias_epsilon)
        else:
            return F.linear(input, self.weight_mu, self.bias_mu)


class DQN(nn.Module):
    def __init__(self, input_shape, n_actions, dueling=True, atoms=7):
        super(DQN, self).__init__()
        self.atoms, self.n_actions, self.dueling = atoms, n_actions, dueling
        self.conv = nn.Sequential(
            nn.Conv2d(input_shape[0], 16, kernel_size=8, stride=4), nn.ReLU(),
            nn.Conv2d(16, 24, kernel_size=4, stride=2), nn.ReLU(),
            nn.Conv2d(24, 24, kernel_size=3, stride=1), nn.ReLU())
        conv_out_size = self._get_conv_out(input_shape)
        self.value = nn.Sequential(NoisyLinear(conv_out_size, 32), nn.ReLU(), NoisyLinear(32, atoms))
        if dueling:
            self.advantage = nn.Sequential(NoisyLinear(conv_out_size, 32), nn.ReLU(), NoisyLinear(32, n_actions * atoms))

    def _get_conv_out(self, shape):
        o = self.conv(torch.zeros(1, *shape))
        return int(np.prod(o.size()))

    def forward(self, x):
        fx = x.float() / 256
        conv_out = self.conv(fx).view(fx.size()[0], -1)
        q = self.value(conv_out).view(-1, 1, self.atoms)
        if self.dueling:
            a = self.advantage(conv_out).view(-1, self.n_actions, self.atoms)
            q = q + a - a.mean(1, keepdim=True)
        return F.softmax(q, dim=2)

# model: DQN((4, 84, 76), 6)
# input: 4,84,76
# wrong: nn.Conv2d(16, 24 => nn.Conv2d(16, 32
# wrong: NoisyLinear(32, n_actions * atoms) => NoisyLinear(32, n_actions + atoms)
# wrong: epsilon_out.ger(epsilon_in) => epsilon_in.ger(epsilon_out)
# wrong init: (4, 84, 84), 6
# wrong init: (3, 84, 76), 6
