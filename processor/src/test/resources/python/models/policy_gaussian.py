"""A policy that draws its actions, and a value with a prior: torch.distributions."""

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.distributions import Categorical, Independent
from torch.distributions.kl import kl_divergence
from torch.distributions.normal import Normal


class Policy(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.low, self.high = config.limits
        self.trunk = nn.Sequential(nn.Linear(config.observations, config.width), nn.ReLU())
        self.mean = nn.Linear(config.width, config.actions)
        self.log_std = nn.Linear(config.width, config.actions)
        self.options = nn.Linear(config.width, 5)
        self.value = nn.Linear(config.width + config.actions, 1)

    def forward(self, obs):
        h = self.trunk(obs)
        mean = self.mean(h)
        std = torch.clamp(self.log_std(h), self.low, self.high).exp()
        normal = Normal(mean, std)
        action = torch.tanh(normal.rsample())
        log_prob = normal.log_prob(action).sum(-1, keepdim=True)
        log_prob = log_prob - torch.log(1 - action.pow(2) + 1e-6).sum(1, keepdim=True)
        prior = Normal(torch.zeros_like(mean), torch.ones_like(std))
        divergence = kl_divergence(Independent(normal, 1), Independent(prior, 1))
        choice = Categorical(logits=self.options(h))
        option = choice.sample()
        value = self.value(torch.cat([h, action], dim=1)).squeeze(1)
        return action, log_prob, divergence, option, choice.log_prob(option) + choice.entropy() + value


# model: Policy(SimpleNamespace(observations=11, actions=3, width=16, limits=(-20, 2)))
# input: 11
# wrong: torch.cat([h, action], dim=1) => torch.cat([h, action], dim=0)
# wrong: choice.log_prob(option) => choice.log_prob(action)
# wrong: Normal(mean, std) => Normal(mean, std[:, 1:])
# wrong init: SimpleNamespace(observations=12, actions=3, width=16, limits=(-20, 2))
