"""Tokens are sent to the best of several experts."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Expert(nn.Module):
    def __init__(self, n_embd, mult=2):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(n_embd, mult * n_embd), nn.ReLU(), nn.Linear(mult * n_embd, n_embd))

    def forward(self, x):
        return self.net(x)


class TopK(nn.Module):
    def __init__(self, n_embd, num_experts, top_k):
        super().__init__()
        self.top_k = top_k
        self.route = nn.Linear(n_embd, num_experts)
        self.noise = nn.Linear(n_embd, num_experts)

    def forward(self, x):
        logits = self.route(x)
        noise = torch.randn_like(logits) * F.softplus(self.noise(x))
        top, indices = (logits + noise).topk(self.top_k, dim=-1)
        zeros = torch.full_like(logits, float('-inf'))
        sparse = zeros.scatter(-1, indices, top)
        return F.softmax(sparse, dim=-1), indices


class SparseMoE(nn.Module):
    def __init__(self, n_embd=16, num_experts=4, top_k=2):
        super().__init__()
        self.router = TopK(n_embd, num_experts, top_k)
        self.experts = nn.ModuleList([Expert(n_embd) for _ in range(num_experts)])

    def forward(self, x):
        gates, indices = self.router(x)
        flat_x = x.view(-1, x.size(-1))
        flat_gates = gates.view(-1, gates.size(-1))
        outs = torch.stack([expert(flat_x) for expert in self.experts], dim=1)
        mixed = (outs * flat_gates.unsqueeze(-1)).sum(1)
        return mixed.view_as(x) + x, indices

# model: SparseMoE()
# input: 9,16
# wrong: flat_gates.unsqueeze(-1) => flat_gates.unsqueeze(0)
# wrong: self.noise = nn.Linear(n_embd, num_experts) => self.noise = nn.Linear(n_embd, n_embd)
# wrong: nn.Linear(mult * n_embd, n_embd) => nn.Linear(mult * n_embd, n_embd // 2)
# wrong init: top_k=5
# wrong input: 9,18
