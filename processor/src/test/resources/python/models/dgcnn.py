"""Edges to the nearest neighbours, found anew behind every layer."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def knn(x, k):
    inner = -2 * torch.matmul(x.transpose(2, 1), x)
    xx = torch.sum(x ** 2, dim=1, keepdim=True)
    distance = -xx - inner - xx.transpose(2, 1)
    return distance.topk(k=k, dim=-1)[1]  # (batch, points, k)


def edge_features(x, k=6, idx=None):
    batch_size = x.size(0)
    num_points = x.size(2)
    x = x.view(batch_size, -1, num_points)
    if idx is None:
        idx = knn(x, k=k)
    base = torch.arange(0, batch_size, device=x.device).view(-1, 1, 1) * num_points
    idx = (idx + base).view(-1)
    _, num_dims, _ = x.size()
    x = x.transpose(2, 1).contiguous()
    feature = x.view(batch_size * num_points, -1)[idx, :]
    feature = feature.view(batch_size, num_points, k, num_dims)
    x = x.view(batch_size, num_points, 1, num_dims).repeat(1, 1, k, 1)
    return torch.cat((feature - x, x), dim=3).permute(0, 3, 1, 2).contiguous()


class DGCNN(nn.Module):
    def __init__(self, widths=(8, 12), k=6, classes=9):
        super(DGCNN, self).__init__()
        self.k = k
        self.edges = nn.ModuleList()
        before = 3
        for width in widths:
            self.edges.append(nn.Sequential(
                nn.Conv2d(before * 2, width, kernel_size=1, bias=False), nn.BatchNorm2d(width), nn.LeakyReLU(negative_slope=0.2)))
            before = width
        self.last = nn.Conv1d(sum(widths), 32, kernel_size=1, bias=False)
        self.linear = nn.Linear(32 * 2, classes)

    def forward(self, x):
        found = []
        for edge in self.edges:
            x = edge(edge_features(x, k=self.k)).max(dim=-1, keepdim=False)[0]
            found.append(x)
        x = self.last(torch.cat(found, dim=1))
        batch_size = x.size(0)
        x1 = F.adaptive_max_pool1d(x, 1).view(batch_size, -1)
        x2 = F.adaptive_avg_pool1d(x, 1).view(batch_size, -1)
        return self.linear(torch.cat((x1, x2), 1))

# model: DGCNN()
# input: 3,40
# wrong: before * 2, width => before, width
# wrong: sum(widths), 32 => max(widths), 32
# wrong: feature - x, x), dim=3) => feature - x, x), dim=2)
# wrong: 32 * 2, classes => 32, classes
# wrong input: 3,5
