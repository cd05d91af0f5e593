"""Capsules that agree by routing."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def squash(x, dim=-1):
    norm = (x ** 2).sum(dim=dim, keepdim=True)
    return norm / (1. + norm) * x / torch.sqrt(norm + 1e-8)


class PrimaryCaps(nn.Module):
    def __init__(self, num_capsules=8, in_channels=24, out_channels=4, kernel_size=9):
        super(PrimaryCaps, self).__init__()
        self.out_channels = out_channels
        self.capsules = nn.ModuleList([
            nn.Conv2d(in_channels, out_channels, kernel_size=kernel_size, stride=2, padding=0) for _ in range(num_capsules)])

    def forward(self, x):
        u = [capsule(x) for capsule in self.capsules]
        u = torch.stack(u, dim=1)
        u = u.view(x.size(0), self.out_channels * 6 * 6, -1)
        return squash(u)


class DigitCaps(nn.Module):
    def __init__(self, num_capsules=10, num_routes=4 * 6 * 6, in_channels=8, out_channels=12, iterations=3):
        super(DigitCaps, self).__init__()
        self.num_routes, self.num_capsules, self.iterations = num_routes, num_capsules, iterations
        self.W = nn.Parameter(torch.randn(1, num_routes, num_capsules, out_channels, in_channels))

    def forward(self, x):
        batch_size = x.size(0)
        x = torch.stack([x] * self.num_capsules, dim=2).unsqueeze(4)
        W = self.W.repeat(batch_size, 1, 1, 1, 1)
        u_hat = torch.matmul(W, x)
        b_ij = torch.zeros(1, self.num_routes, self.num_capsules, 1)
        for iteration in range(self.iterations):
            c_ij = F.softmax(b_ij, dim=1)
            c_ij = c_ij.expand(batch_size, -1, -1, -1).unsqueeze(4)
            s_j = (c_ij * u_hat).sum(dim=1, keepdim=True)
            v_j = squash(s_j)
            if iteration < self.iterations - 1:
                a_ij = torch.matmul(u_hat.transpose(3, 4), torch.cat([v_j] * self.num_routes, dim=1))
                b_ij = b_ij + a_ij.squeeze(4).mean(dim=0, keepdim=True)
        return v_j.squeeze(1)


class CapsNet(nn.Module):
    def __init__(self):
        super(CapsNet, self).__init__()
        self.conv_layer = nn.Conv2d(1, 24, kernel_size=9)
        self.primary_capsules = PrimaryCaps()
        self.digit_capsules = DigitCaps()
        self.decoder = nn.Sequential(nn.Linear(12 * 10, 40), nn.ReLU(inplace=True), nn.Linear(40, 784), nn.Sigmoid())

    def forward(self, data):
        output = self.digit_capsules(self.primary_capsules(F.relu(self.conv_layer(data))))
        classes = torch.sqrt((output ** 2).sum(2))
        classes = F.softmax(classes, dim=1)
        _, max_length_indices = classes.max(dim=1)
        masked = torch.eye(10).index_select(dim=0, index=max_length_indices.squeeze(1).data)
        t = (output * masked[:, :, None, None]).view(output.size(0), -1)
        reconstructions = self.decoder(t).view(-1, 1, 28, 28)
        return output, reconstructions, masked

# model: CapsNet()
# input: 1,28,28
# wrong: num_routes=4 * 6 * 6 => num_routes=8 * 6 * 6
# wrong: .transpose(3, 4), torch.cat => , torch.cat
# wrong: nn.Linear(12 * 10, 40) => nn.Linear(10 * 8, 40)
# wrong: masked[:, :, None, None] => masked[:, None, :, None]
# wrong input: 1,32,32
