import torch
import torch.nn as nn
from torch.distributions import Normal

LOG_STD_MIN, LOG_STD_MAX = -20, 2


def mlp(sizes, activation=nn.Tanh, output_activation=nn.Identity):
    layers = []
    for j in range(len(sizes) - 1):
        act = activation if j < len(sizes) - 2 else output_activation
        layers += [nn.Linear(sizes[j], sizes[j + 1]), act()]
    return nn.Sequential(*layers)


class Base(nn.Module):
    hidden_sizes = (24, 18)

    def weights(self):
        raise NotImplementedError


class Actor(Base):
    def __init__(self, obs_dim, act_dim, act_limit=1.0):
        super().__init__()
        self.net = mlp([obs_dim] + list(self.hidden_sizes), nn.ReLU, nn.ReLU)
        self.mu = nn.Linear(self.hidden_sizes[-1], act_dim)
        self.log_std = nn.Linear(self.hidden_sizes[-1], act_dim)
        self.act_limit = act_limit

    def forward(self, obs, deterministic=False):
        h = self.net(obs)
        mu = self.mu(h)
        std = torch.clamp(self.log_std(h), LOG_STD_MIN, LOG_STD_MAX).exp()
        action = mu if deterministic else mu + std * torch.randn_like(mu)
        return torch.tanh(action) * self.act_limit


class Critic(Base):
    hidden_sizes = (20,)

    def __init__(self, obs_dim, act_dim):
        super().__init__()
        self.q = mlp([obs_dim + act_dim, *self.hidden_sizes, 1])

    def forward(self, obs, act):
        return torch.squeeze(self.q(torch.cat([obs, act], dim=-1)), -1)


class ActorCritic(nn.Module):
    def __init__(self, obs_dim, act_dim, n_critics=2):
        super().__init__()
        self.pi = Actor(obs_dim, act_dim, act_limit=2.0)
        self.critics = nn.ModuleList(Critic(obs_dim, act_dim) for _ in range(n_critics))

    def forward(self, obs):
        action = self.pi(obs)
        return action, torch.min(*[q(obs, action) for q in self.critics])

    def act(self, obs):
        with torch.no_grad():
            return self.pi(obs, True).numpy()

# model: ActorCritic(11, 3)
# input: 11
# wrong: obs_dim + act_dim, * => obs_dim, *
# wrong: self.log_std = nn.Linear(self.hidden_sizes[-1] => self.log_std = nn.Linear(self.hidden_sizes[0]
# wrong: torch.cat([obs, act], dim=-1) => torch.cat([obs, act], dim=0)
# wrong init: 12, 3
# wrong init: 11, 3, n_criticss=2
