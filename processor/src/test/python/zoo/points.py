"""Point clouds, sets and graphs."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class TNet(nn.Module):
    def __init__(self, k):
        super().__init__()
        self.k = k
        self.conv1 = nn.Conv1d(k, 64, 1)
        self.conv2 = nn.Conv1d(64, 128, 1)
        self.conv3 = nn.Conv1d(128, 1024, 1)
        self.fc1 = nn.Linear(1024, 512)
        self.fc2 = nn.Linear(512, 256)
        self.fc3 = nn.Linear(256, k * k)
        self.bn1 = nn.BatchNorm1d(64)
        self.bn2 = nn.BatchNorm1d(128)
        self.bn3 = nn.BatchNorm1d(1024)
        self.bn4 = nn.BatchNorm1d(512)
        self.bn5 = nn.BatchNorm1d(256)

    def forward(self, x):
        batchsize = x.size()[0]
        x = F.relu(self.bn1(self.conv1(x)))
        x = F.relu(self.bn2(self.conv2(x)))
        x = F.relu(self.bn3(self.conv3(x)))
        x = torch.max(x, 2, keepdim=True)[0]
        x = x.view(-1, 1024)

        x = F.relu(self.bn4(self.fc1(x)))
        x = F.relu(self.bn5(self.fc2(x)))
        x = self.fc3(x)

        iden = torch.eye(self.k).flatten().view(1, self.k * self.k).repeat(batchsize, 1)
        x = x + iden
        x = x.view(-1, self.k, self.k)
        return x


class PointNet(nn.Module):
    inputs = [In(3, 500)]

    def __init__(self):
        super().__init__()
        self.stn = TNet(3)
        self.fstn = TNet(64)
        self.conv1 = nn.Conv1d(3, 64, 1)
        self.conv2 = nn.Conv1d(64, 128, 1)
        self.conv3 = nn.Conv1d(128, 1024, 1)
        self.bn1 = nn.BatchNorm1d(64)
        self.bn2 = nn.BatchNorm1d(128)
        self.bn3 = nn.BatchNorm1d(1024)
        self.seg = nn.Conv1d(1088, 5, 1)

    def forward(self, x):
        n_pts = x.size()[2]
        trans = self.stn(x)
        x = x.transpose(2, 1)
        x = torch.bmm(x, trans)
        x = x.transpose(2, 1)
        x = F.relu(self.bn1(self.conv1(x)))

        trans_feat = self.fstn(x)
        x = x.transpose(2, 1)
        x = torch.bmm(x, trans_feat)
        x = x.transpose(2, 1)

        pointfeat = x
        x = F.relu(self.bn2(self.conv2(x)))
        x = self.bn3(self.conv3(x))
        x = torch.max(x, 2, keepdim=True)[0]
        x = x.view(-1, 1024)
        x = x.view(-1, 1024, 1).repeat(1, 1, n_pts)
        x = torch.cat([x, pointfeat], 1)
        x = self.seg(x)
        x = x.transpose(2, 1).contiguous()
        x = F.log_softmax(x.view(-1, 5), dim=-1)
        x = x.view(trans.size(0), n_pts, 5)
        return x, trans, trans_feat


class EdgeConv(nn.Module):
    """Dynamic graph convolution with its neighbours by topk."""

    inputs = [In(3, 128)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Sequential(nn.Conv2d(6, 64, kernel_size=1, bias=False), nn.BatchNorm2d(64),
                                   nn.LeakyReLU(negative_slope=0.2))
        self.linear = nn.Linear(128, 40)

    def forward(self, x):
        inner = -2 * torch.matmul(x.transpose(2, 1), x)
        xx = torch.sum(x ** 2, dim=1, keepdim=True)
        pairwise_distance = -xx - inner - xx.transpose(2, 1)
        idx = pairwise_distance.topk(k=20, dim=-1)[1]  # (batch_size, num_points, k)

        batch_size, num_points, k = idx.size()
        idx_base = torch.arange(0, batch_size).view(-1, 1, 1) * num_points
        idx = idx + idx_base
        idx = idx.view(-1)
        _, num_dims, _ = x.size()
        x = x.transpose(2, 1).contiguous()
        feature = x.view(batch_size * num_points, -1)[idx, :]
        feature = feature.view(batch_size, num_points, k, num_dims)
        x = x.view(batch_size, num_points, 1, num_dims).repeat(1, 1, k, 1)
        feature = torch.cat((feature - x, x), dim=3).permute(0, 3, 1, 2).contiguous()

        x = self.conv1(feature)
        x = x.max(dim=-1, keepdim=False)[0]
        x1 = F.adaptive_max_pool1d(x, 1).view(batch_size, -1)
        x2 = F.adaptive_avg_pool1d(x, 1).view(batch_size, -1)
        return self.linear(torch.cat((x1, x2), 1))


class DeepSets(nn.Module):
    inputs = [In(-1, 7, axes=["P", "F"])]
    cases = [dict(N=2, P=9), dict(N=3, P=14)]

    def __init__(self):
        super().__init__()
        self.phi = nn.Sequential(nn.Linear(7, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU())
        self.rho = nn.Sequential(nn.Linear(128, 32), nn.ELU(inplace=True), nn.Linear(32, 1))

    def forward(self, x):
        x = self.phi(x)
        mean = x.mean(dim=-2)
        top = x.amax(dim=-2)
        return self.rho(torch.cat([mean, top], -1))


class SetTransformer(nn.Module):
    inputs = [In(60, 16)]

    def __init__(self):
        super().__init__()
        self.I = nn.Parameter(torch.Tensor(1, 8, 32))
        self.proj = nn.Linear(16, 32)
        self.fc_q = nn.Linear(32, 32)
        self.fc_k = nn.Linear(32, 32)
        self.fc_v = nn.Linear(32, 32)
        self.fc_o = nn.Linear(32, 32)

    def forward(self, X):
        X = self.proj(X)
        Q = self.fc_q(self.I.repeat(X.size(0), 1, 1))
        K, V = self.fc_k(X), self.fc_v(X)
        Q_ = torch.cat(Q.split(8, 2), 0)
        K_ = torch.cat(K.split(8, 2), 0)
        V_ = torch.cat(V.split(8, 2), 0)
        A = torch.softmax(Q_.bmm(K_.transpose(1, 2)) / 32 ** 0.5, 2)
        O = torch.cat((Q_ + A.bmm(V_)).split(Q.size(0), 0), 2)
        O = O + F.relu(self.fc_o(O))
        return O


class DenseGcn(nn.Module):
    inputs = [In(30, 16), In(30, 30)]

    def __init__(self):
        super().__init__()
        self.w1 = nn.Parameter(torch.randn(16, 32))
        self.b1 = nn.Parameter(torch.zeros(32))
        self.gc2 = nn.Linear(32, 7)

    def forward(self, x, adj):
        deg = adj.sum(dim=-1, keepdim=True).clamp(min=1)
        adj = adj / deg
        support = torch.matmul(x, self.w1)
        x = F.relu(torch.bmm(adj, support) + self.b1)
        x = F.dropout(x, 0.5, training=self.training)
        x = adj @ self.gc2(x)
        return F.log_softmax(x, dim=-1)


class GraphAttention(nn.Module):
    inputs = [In(25, 12), In(25, 25)]

    def __init__(self):
        super().__init__()
        self.W = nn.Parameter(torch.empty(12, 8))
        self.a = nn.Parameter(torch.empty(16, 1))
        self.out = nn.Linear(8, 3)

    def forward(self, h, adj):
        Wh = torch.matmul(h, self.W)
        Wh1 = torch.matmul(Wh, self.a[:8, :])
        Wh2 = torch.matmul(Wh, self.a[8:, :])
        e = F.leaky_relu(Wh1 + Wh2.transpose(1, 2), 0.2)
        zero_vec = -9e15 * torch.ones_like(e)
        attention = torch.where(adj > 0, e, zero_vec)
        attention = F.softmax(attention, dim=2)
        h_prime = torch.matmul(attention, Wh)
        h_prime = F.elu(h_prime)
        readout = h_prime.mean(1)
        return self.out(readout)


class NeuralOdeStep(nn.Module):
    """One Runge-Kutta step of a convolutional field."""

    inputs = [In(16, 12, 10)]

    def __init__(self):
        super().__init__()
        self.norm1 = nn.GroupNorm(8, 16)
        self.conv1 = nn.Conv2d(17, 16, 3, 1, 1)
        self.norm2 = nn.GroupNorm(min(32, 16), 16)

    def forward(self, x):
        t = torch.ones_like(x[:, :1, :, :]) * 0.5
        k1 = self.norm2(self.conv1(torch.cat([t, F.relu(self.norm1(x))], 1)))
        y = x + 0.5 * k1
        k2 = self.norm2(self.conv1(torch.cat([t, F.relu(self.norm1(y))], 1)))
        y = x + (k1 + 2 * k2) / 6.0
        error = torch.norm(k2 - k1, dim=1)
        return y, error


class ImplicitSine(nn.Module):
    inputs = [In(200, 2)]

    def __init__(self):
        super().__init__()
        self.B = nn.Parameter(torch.randn(2, 64))
        self.l1 = nn.Linear(128, 64)
        self.l2 = nn.Linear(64, 3)

    def forward(self, coords):
        proj = 2 * 3.14159 * coords @ self.B
        x = torch.cat([torch.sin(proj), torch.cos(proj)], dim=-1)
        x = torch.sin(30 * self.l1(x))
        return self.l2(x)


class NerfRays(nn.Module):
    inputs = [In(64, 63), In(27), In(64)]

    def __init__(self):
        super().__init__()
        self.l1 = nn.Linear(63, 128)
        self.l2 = nn.Linear(128 + 63, 128)
        self.sigma = nn.Linear(128, 1)
        self.color = nn.Linear(128 + 27, 3)

    def forward(self, pts, views, z_vals):
        h = F.relu(self.l1(pts))
        h = torch.cat([pts, h], -1)
        h = F.relu(self.l2(h))
        alpha = self.sigma(h)
        dirs = views[:, None].expand(-1, pts.shape[1], -1)
        rgb = torch.sigmoid(self.color(torch.cat([h, dirs], -1)))
        dists = z_vals[..., 1:] - z_vals[..., :-1]
        dists = torch.cat([dists, torch.full_like(dists[..., :1], 1e10)], -1)
        alpha = 1. - torch.exp(-F.relu(alpha[..., 0]) * dists)
        trans = torch.cumprod(torch.cat([torch.ones((alpha.shape[0], 1)), 1. - alpha + 1e-10], -1), -1)[:, :-1]
        weights = alpha * trans
        rgb_map = torch.sum(weights[..., None] * rgb, -2)
        depth_map = torch.sum(weights * z_vals, -1)
        return rgb_map, depth_map
