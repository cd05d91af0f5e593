"""Points, rays, graphs and grids."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class PointNet2(nn.Module):
    """PointNet++: grouping by distance, and features interpolated back."""

    inputs = [In(64, 3), In(5, 64)]

    def __init__(self):
        super().__init__()
        self.mlp_conv = nn.Conv2d(8, 16, 1)
        self.mlp_bn = nn.BatchNorm2d(16)
        self.fp_conv = nn.Conv1d(21, 24, 1)
        self.fp_bn = nn.BatchNorm1d(24)
        self.head = nn.Conv1d(24, 13, 1)

    def forward(self, xyz, points):
        B, N, C = xyz.shape
        S, nsample = 16, 8
        points_t = points.permute(0, 2, 1)
        # index_points of the first S
        fps_idx = torch.randint(0, N, (B, S), dtype=torch.long)
        view_shape = list(fps_idx.shape)
        view_shape[1:] = [1] * (len(view_shape) - 1)
        batch_indices = torch.arange(B, dtype=torch.long).view(B, 1).repeat(1, S)
        new_xyz = xyz[batch_indices, fps_idx, :]
        # square_distance
        dist = -2 * torch.matmul(new_xyz, xyz.permute(0, 2, 1))
        dist += torch.sum(new_xyz ** 2, -1).view(B, S, 1)
        dist += torch.sum(xyz ** 2, -1).view(B, 1, N)
        # query_ball_point
        group_idx = torch.arange(N, dtype=torch.long).view(1, 1, N).repeat([B, S, 1])
        group_idx[dist > 0.2 ** 2] = N - 1
        group_idx = group_idx.sort(dim=-1)[0][:, :, :nsample]
        group_first = group_idx[:, :, 0].view(B, S, 1).repeat([1, 1, nsample])
        mask = group_idx == N
        group_idx = torch.where(mask, group_first, group_idx)
        batch2 = torch.arange(B).view(B, 1, 1).repeat(1, S, nsample)
        grouped_xyz = xyz[batch2, group_idx, :]
        grouped_xyz_norm = grouped_xyz - new_xyz.view(B, S, 1, C)
        grouped_points = points_t[batch2, group_idx]
        new_points = torch.cat([grouped_xyz_norm, grouped_points], dim=-1)
        new_points = new_points.permute(0, 3, 2, 1)
        new_points = F.relu(self.mlp_bn(self.mlp_conv(new_points)))
        new_points = torch.max(new_points, 2)[0]

        # feature propagation
        dists = torch.cdist(xyz, new_xyz)
        dists, idx = dists.sort(dim=-1)
        dists, idx = dists[:, :, :3], idx[:, :, :3]  # [B, N, 3]
        dist_recip = 1.0 / (dists + 1e-8)
        norm = torch.sum(dist_recip, dim=2, keepdim=True)
        weight = dist_recip / norm
        picked = new_points.permute(0, 2, 1)[torch.arange(B).view(B, 1, 1).repeat(1, N, 3), idx]
        interpolated = torch.sum(picked * weight.view(B, N, 3, 1), dim=2)
        up = torch.cat([points_t, interpolated], dim=-1).permute(0, 2, 1)
        up = F.relu(self.fp_bn(self.fp_conv(up)))
        return F.log_softmax(self.head(up), dim=1).permute(0, 2, 1)


class Dgcnn(nn.Module):
    """Dynamic graphs: the nearest neighbours in the space of features."""

    inputs = [In(3, 40)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Sequential(nn.Conv2d(6, 16, kernel_size=1, bias=False), nn.BatchNorm2d(16), nn.LeakyReLU(0.2))
        self.conv2 = nn.Sequential(nn.Conv2d(32, 24, kernel_size=1, bias=False), nn.BatchNorm2d(24), nn.LeakyReLU(0.2))
        self.conv5 = nn.Sequential(nn.Conv1d(40, 64, kernel_size=1, bias=False), nn.BatchNorm1d(64), nn.LeakyReLU(0.2))
        self.linear1 = nn.Linear(128, 40)

    def forward(self, x):
        batch_size = x.size(0)
        num_points = x.size(2)
        k = 8
        # knn
        inner = -2 * torch.matmul(x.transpose(2, 1), x)
        xx = torch.sum(x**2, dim=1, keepdim=True)
        pairwise_distance = -xx - inner - xx.transpose(2, 1)
        idx = pairwise_distance.topk(k=k, dim=-1)[1]
        # get_graph_feature
        idx_base = torch.arange(0, batch_size, device=x.device).view(-1, 1, 1) * num_points
        idx = idx + idx_base
        idx = idx.view(-1)
        _, num_dims, _ = x.size()
        xt = x.transpose(2, 1).contiguous()
        feature = xt.view(batch_size * num_points, -1)[idx, :]
        feature = feature.view(batch_size, num_points, k, num_dims)
        xt = xt.view(batch_size, num_points, 1, num_dims).repeat(1, 1, k, 1)
        feature = torch.cat((feature - xt, xt), dim=3).permute(0, 3, 1, 2).contiguous()
        x = self.conv1(feature)
        x1 = x.max(dim=-1, keepdim=False)[0]

        inner = -2 * torch.matmul(x1.transpose(2, 1), x1)
        xx = torch.sum(x1**2, dim=1, keepdim=True)
        idx = (-xx - inner - xx.transpose(2, 1)).topk(k=k, dim=-1)[1]
        idx = (idx + idx_base).view(-1)
        xt = x1.transpose(2, 1).contiguous()
        feature = torch.index_select(xt.view(batch_size * num_points, -1), 0, idx)
        feature = feature.view(batch_size, num_points, k, 16)
        xt = xt.unsqueeze(2).expand(-1, -1, k, -1)
        feature = torch.cat((feature - xt, xt), dim=3).permute(0, 3, 1, 2)
        x2 = self.conv2(feature).max(dim=-1).values

        x = torch.cat((x1, x2), dim=1)
        x = self.conv5(x)
        x1 = F.adaptive_max_pool1d(x, 1).view(batch_size, -1)
        x2 = F.adaptive_avg_pool1d(x, 1).view(batch_size, -1)
        x = torch.cat((x1, x2), 1)
        return self.linear1(x)


class NerfRender(nn.Module):
    """NeRF: positional encoding, density and colour, volume rendering, resampling."""

    inputs = [In(6)]

    def __init__(self):
        super().__init__()
        self.pts0 = nn.Linear(27, 32)
        self.pts1 = nn.Linear(59, 32)
        self.alpha_linear = nn.Linear(32, 1)
        self.feature_linear = nn.Linear(32, 32)
        self.views_linear = nn.Linear(32 + 15, 16)
        self.rgb_linear = nn.Linear(16, 3)

    def forward(self, ray_batch):
        N_rays = ray_batch.shape[0]
        N_samples = 12
        rays_o, rays_d = ray_batch[:, 0:3], ray_batch[:, 3:6]
        viewdirs = rays_d / torch.norm(rays_d, dim=-1, keepdim=True)
        t_vals = torch.linspace(0., 1., steps=N_samples)
        z_vals = 2. * (1. - t_vals) + 6. * (t_vals)
        z_vals = z_vals.expand([N_rays, N_samples])
        mids = .5 * (z_vals[..., 1:] + z_vals[..., :-1])
        upper = torch.cat([mids, z_vals[..., -1:]], -1)
        lower = torch.cat([z_vals[..., :1], mids], -1)
        t_rand = torch.rand(z_vals.shape)
        z_vals = lower + (upper - lower) * t_rand
        pts = rays_o[..., None, :] + rays_d[..., None, :] * z_vals[..., :, None]

        inputs_flat = torch.reshape(pts, [-1, pts.shape[-1]])
        freq = 2. ** torch.linspace(0., 3, steps=4)
        scaled = (inputs_flat[..., None] * freq).flatten(-2)
        embedded = torch.cat([inputs_flat, torch.sin(scaled), torch.cos(scaled)], -1)
        input_dirs = viewdirs[:, None].expand(pts.shape)
        input_dirs_flat = torch.reshape(input_dirs, [-1, input_dirs.shape[-1]])
        dir_scaled = (input_dirs_flat.unsqueeze(-1) * torch.tensor([1., 2.])).reshape(-1, 6)
        embedded_dirs = torch.cat([input_dirs_flat, dir_scaled.sin(), dir_scaled.cos()], -1)

        h = F.relu(self.pts0(embedded))
        h = torch.cat([embedded, h], -1)
        h = F.relu(self.pts1(h))
        alpha = self.alpha_linear(h)
        feature = self.feature_linear(h)
        h = torch.cat([feature, embedded_dirs], -1)
        h = F.relu(self.views_linear(h))
        rgb = self.rgb_linear(h)
        outputs_flat = torch.cat([rgb, alpha], -1)
        raw = torch.reshape(outputs_flat, list(pts.shape[:-1]) + [outputs_flat.shape[-1]])

        # raw2outputs
        dists = z_vals[..., 1:] - z_vals[..., :-1]
        dists = torch.cat([dists, torch.Tensor([1e10]).expand(dists[..., :1].shape)], -1)
        dists = dists * torch.norm(rays_d[..., None, :], dim=-1)
        rgb = torch.sigmoid(raw[..., :3])
        alpha = 1. - torch.exp(-F.relu(raw[..., 3]) * dists)
        weights = alpha * torch.cumprod(torch.cat([torch.ones((alpha.shape[0], 1)), 1. - alpha + 1e-10], -1), -1)[:, :-1]
        rgb_map = torch.sum(weights[..., None] * rgb, -2)
        depth_map = torch.sum(weights * z_vals, -1)
        acc_map = torch.sum(weights, -1)
        disp_map = 1. / torch.max(1e-10 * torch.ones_like(depth_map), depth_map / torch.sum(weights, -1))
        rgb_map = rgb_map + (1. - acc_map[..., None])

        # sample_pdf
        bins, w = .5 * (z_vals[..., 1:] + z_vals[..., :-1]), weights[..., 1:-1] + 1e-5
        pdf = w / torch.sum(w, -1, keepdim=True)
        cdf = torch.cumsum(pdf, -1)
        cdf = torch.cat([torch.zeros_like(cdf[..., :1]), cdf], -1)
        u = torch.linspace(0., 1., steps=7)
        u = u.expand(list(cdf.shape[:-1]) + [7]).contiguous()
        inds = torch.searchsorted(cdf, u, right=True)
        below = torch.max(torch.zeros_like(inds - 1), inds - 1)
        above = torch.min((cdf.shape[-1] - 1) * torch.ones_like(inds), inds)
        inds_g = torch.stack([below, above], -1)  # (batch, N_samples, 2)
        matched_shape = [inds_g.shape[0], inds_g.shape[1], cdf.shape[-1]]
        cdf_g = torch.gather(cdf.unsqueeze(1).expand(matched_shape), 2, inds_g)
        bins_g = torch.gather(bins.unsqueeze(1).expand(matched_shape), 2, inds_g)
        denom = (cdf_g[..., 1] - cdf_g[..., 0])
        denom = torch.where(denom < 1e-5, torch.ones_like(denom), denom)
        t = (u - cdf_g[..., 0]) / denom
        samples = bins_g[..., 0] + t * (bins_g[..., 1] - bins_g[..., 0])
        z_all, _ = torch.sort(torch.cat([z_vals, samples], -1), -1)
        return rgb_map, disp_map, z_all


class TriPlane(nn.Module):
    """Three planes sampled by grid_sample, instant NGP's hashed corners, Siren."""

    inputs = [In(50, 3), In(96, 16, 16)]

    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(2 ** 8, 2)
        self.register_buffer("offsets", torch.zeros(1, 8, 3, dtype=torch.long))
        self.siren = nn.Linear(34, 32)
        self.out = nn.Linear(32, 4)

    def forward(self, coordinates, planes):
        N, M, _ = coordinates.shape
        planes = planes.view(N, 3, 32, 16, 16)
        n_planes, C, H, W = planes.shape[1:]
        plane_features = planes.view(N * n_planes, C, H, W)
        xy = coordinates[..., [0, 1]]
        xz = coordinates[..., [0, 2]]
        zx = coordinates[..., [2, 0]]
        projected = torch.stack([xy, xz, zx], dim=1).reshape(N * n_planes, M, 2).unsqueeze(1)
        output = torch.nn.functional.grid_sample(plane_features, projected.float(), mode='bilinear', padding_mode='zeros', align_corners=False)
        output = output.permute(0, 3, 2, 1).reshape(N, n_planes, M, C)
        features = output.mean(1)
        # hash encoding
        x = coordinates.reshape(-1, 3)
        grid_size = 1.0 / 16
        bottom_left_idx = torch.floor(x / grid_size).int()
        corners = bottom_left_idx.unsqueeze(1) + self.offsets
        hashed = (corners[..., 0] ^ (corners[..., 1] * 19349663)) ^ (corners[..., 2] * 83492791)
        hashed = torch.tensor((1 << 8) - 1) & hashed
        embeds = self.table(hashed)
        weights = (x - bottom_left_idx * grid_size) / grid_size
        c00 = embeds[:, 0] * (1 - weights[:, 0][:, None]) + embeds[:, 4] * weights[:, 0][:, None]
        c01 = embeds[:, 1] * (1 - weights[:, 0][:, None]) + embeds[:, 5] * weights[:, 0][:, None]
        c = c00 * (1 - weights[:, 1:2]) + c01 * weights[:, 1:2]
        h = torch.cat([features, c.view(N, M, 2)], dim=-1)
        h = torch.sin(30 * self.siren(h))
        sigma, rgb = torch.split(self.out(h), [1, 3], dim=-1)
        return torch.sigmoid(rgb) * (1 + 2 * 0.001) - 0.001, F.softplus(sigma.squeeze(-1) - 1)


class DiffPool(nn.Module):
    """Dense graphs pooled by soft assignment; GCN, GIN and spectral norms."""

    inputs = [In(20, 8), In(20, 20)]

    def __init__(self):
        super().__init__()
        self.lin_rel = nn.Linear(8, 16, bias=False)
        self.lin_root = nn.Linear(8, 16)
        self.bn1 = nn.BatchNorm1d(16)
        self.assign = nn.Linear(8, 5)
        self.gin = nn.Sequential(nn.Linear(16, 32), nn.ReLU())
        self.gin_out = nn.Linear(32, 16)
        self.eps = nn.Parameter(torch.zeros(1))
        self.classify = nn.Linear(16, 6)

    def forward(self, x, adj):
        B, N, C = adj.size()
        out = torch.matmul(adj, x)
        out = out / adj.sum(dim=-1, keepdim=True).clamp(min=1)
        out = self.lin_rel(out) + self.lin_root(x)
        out = self.bn1(out.view(-1, 16)).view(B, N, 16)
        s = torch.softmax(self.assign(x), dim=-1)
        out_adj = torch.matmul(torch.matmul(s.transpose(1, 2), adj), s)
        out = torch.matmul(s.transpose(1, 2), out.relu())
        link_loss = adj - torch.matmul(s, s.transpose(1, 2))
        link_loss = torch.norm(link_loss, p=2)
        link_loss = link_loss / adj.numel()
        ent_loss = (-s * torch.log(s + 1e-15)).sum(dim=-1).mean()
        # normalised adjacency
        idx = torch.arange(5)
        a = out_adj.clone()
        a[:, idx, idx] = 1
        deg_inv_sqrt = a.sum(dim=-1).clamp(min=1).pow(-0.5)
        a = deg_inv_sqrt.unsqueeze(-1) * a * deg_inv_sqrt.unsqueeze(-2)
        h = self.gin_out(self.gin((1 + self.eps) * out + a @ out))
        # mincut
        mincut_num = torch.einsum('ijj->i', out_adj)
        d_flat = torch.einsum('ijk->ij', adj)
        d = torch.eye(N).unsqueeze(0) * d_flat.unsqueeze(2).expand(B, N, N)
        mincut_den = torch.einsum('ijj->i', torch.matmul(torch.matmul(s.transpose(1, 2), d), s))
        mincut_loss = -(mincut_num / mincut_den)
        ss = torch.matmul(s.transpose(1, 2), s)
        i_s = torch.eye(5).type_as(ss)
        ortho_loss = torch.norm(ss / torch.norm(ss, dim=(-1, -2), keepdim=True) - i_s / torch.norm(i_s), dim=(-1, -2))
        return self.classify(h.mean(dim=1)), link_loss + ent_loss, torch.mean(mincut_loss) + torch.mean(ortho_loss)


class SpatioTemporal(nn.Module):
    """ST-GCN and Graph WaveNet: convolutions over joints and time."""

    inputs = [In(3, 24, 17, 2)]

    def __init__(self):
        super().__init__()
        self.register_buffer("A", torch.rand(3, 17, 17))
        self.edge_importance = nn.Parameter(torch.ones(3, 17, 17))
        self.data_bn = nn.BatchNorm1d(3 * 17)
        self.conv = nn.Conv2d(3, 16 * 3, kernel_size=(1, 1))
        self.tcn = nn.Sequential(nn.BatchNorm2d(16), nn.ReLU(inplace=True), nn.Conv2d(16, 16, (9, 1), (2, 1), (4, 0)))
        self.filter_conv = nn.Conv2d(16, 32, (2, 1), dilation=(2, 1))
        self.nodevec1 = nn.Parameter(torch.randn(17, 10))
        self.nodevec2 = nn.Parameter(torch.randn(10, 17))
        self.mlp = nn.Conv2d(32, 24, kernel_size=(1, 1))
        self.fcn = nn.Conv2d(24, 60, kernel_size=1)

    def forward(self, x):
        # data normalization
        N, C, T, V, M = x.size()
        x = x.permute(0, 4, 3, 1, 2).contiguous()
        x = x.view(N * M, V * C, T)
        x = self.data_bn(x)
        x = x.view(N, M, V, C, T)
        x = x.permute(0, 1, 3, 4, 2).contiguous()
        x = x.view(N * M, C, T, V)
        x = self.conv(x)
        n, kc, t, v = x.size()
        x = x.view(n, 3, kc // 3, t, v)
        x = torch.einsum('nkctv,kvw->nctw', (x, self.A * self.edge_importance))
        x = self.tcn(x.contiguous())
        gate = self.filter_conv(x)
        filt, g = gate.chunk(2, dim=1)
        x2 = torch.tanh(filt) * torch.sigmoid(g)
        adp = F.softmax(F.relu(torch.mm(self.nodevec1, self.nodevec2)), dim=1)
        h = torch.einsum('ncvl,vw->ncwl', (x2.transpose(2, 3), adp)).contiguous()
        h = torch.cat([x2, h.transpose(2, 3)], dim=1)
        h = self.mlp(h) + 0 * x[:, :1, -h.size(2):, :]
        # global pooling
        x = F.avg_pool2d(h, h.size()[2:])
        x = x.view(N, M, -1, 1, 1).mean(dim=1)
        x = self.fcn(x.squeeze(-1).unsqueeze(-1))
        return x.view(x.size(0), -1)


class VoxelOccupancy(nn.Module):
    """A volume network, trilinear interpolation, soft-argmax over depth: MVSNet's cost volume."""

    inputs = [In(8, 12, 16), In(8, 12, 16), In(4, 4, dtype="float")]

    def __init__(self):
        super().__init__()
        self.conv0 = nn.Sequential(nn.Conv3d(8, 16, 3, padding=1, bias=False), nn.BatchNorm3d(16), nn.ReLU())
        self.conv1 = nn.Conv3d(16, 32, 3, stride=2, padding=1)
        self.up = nn.ConvTranspose3d(32, 16, kernel_size=3, padding=1, output_padding=1, stride=2, bias=False)
        self.prob = nn.Conv3d(16, 1, 3, stride=1, padding=1)

    def forward(self, ref_fea, src_fea, proj):
        batch, channels = src_fea.shape[0], src_fea.shape[1]
        num_depth = 8
        height, width = src_fea.shape[2], src_fea.shape[3]
        depth_values = torch.linspace(1.0, 2.0, num_depth).unsqueeze(0).repeat(batch, 1)
        rot = proj[:, :3, :3]
        trans = proj[:, :3, 3:4]
        y, x = torch.meshgrid([torch.arange(0, height, dtype=torch.float32), torch.arange(0, width, dtype=torch.float32)])
        y, x = y.contiguous(), x.contiguous()
        y, x = y.view(height * width), x.view(height * width)
        xyz = torch.stack((x, y, torch.ones_like(x)))  # [3, H*W]
        xyz = torch.unsqueeze(xyz, 0).repeat(batch, 1, 1)  # [B, 3, H*W]
        rot_xyz = torch.matmul(rot, xyz)
        rot_depth_xyz = rot_xyz.unsqueeze(2).repeat(1, 1, num_depth, 1) * depth_values.view(batch, 1, num_depth, 1)
        proj_xyz = rot_depth_xyz + trans.view(batch, 3, 1, 1)
        proj_xy = proj_xyz[:, :2, :, :] / proj_xyz[:, 2:3, :, :]
        proj_x_normalized = proj_xy[:, 0, :, :] / ((width - 1) / 2) - 1
        proj_y_normalized = proj_xy[:, 1, :, :] / ((height - 1) / 2) - 1
        grid = torch.stack((proj_x_normalized, proj_y_normalized), dim=3)  # [B, Ndepth, H*W, 2]
        warped = F.grid_sample(src_fea, grid.view(batch, num_depth * height, width, 2), mode='bilinear', padding_mode='zeros')
        warped = warped.view(batch, channels, num_depth, height, width)
        ref_volume = ref_fea.unsqueeze(2).repeat(1, 1, num_depth, 1, 1)
        volume_sum = ref_volume + warped
        volume_sq_sum = ref_volume ** 2 + warped.pow_(2)
        volume_variance = volume_sq_sum.div_(2).sub_(volume_sum.div_(2).pow_(2))
        c0 = self.conv0(volume_variance)
        cost_reg = self.prob(c0 + self.up(self.conv1(c0))).squeeze(1)
        prob_volume = F.softmax(cost_reg, dim=1)
        depth = torch.sum(prob_volume * depth_values.view(*depth_values.shape, 1, 1), 1)
        prob_volume_sum4 = 4 * F.avg_pool3d(F.pad(prob_volume.unsqueeze(1), pad=(0, 0, 0, 0, 1, 2)), (4, 1, 1), stride=1, padding=0).squeeze(1)
        depth_index = torch.sum(prob_volume * torch.arange(num_depth, dtype=torch.float).view(1, -1, 1, 1), dim=1).long()
        confidence = torch.gather(prob_volume_sum4, 1, depth_index.clamp(0, num_depth - 1).unsqueeze(1)).squeeze(1)
        return depth, confidence


class Homography(nn.Module):
    """kornia-like geometry: homogeneous points, rotations, the exponential map, a perspective warp."""

    inputs = [In(3), In(21, 3), In(1, 10, 14)]

    def forward(self, rvec, points, image):
        batch = rvec.shape[0]
        theta2 = (rvec * rvec).sum(dim=-1, keepdim=True)
        theta = torch.sqrt(theta2 + 1e-8)
        axis = rvec / theta
        rx, ry, rz = torch.split(axis, 1, dim=1)
        zeros = torch.zeros((batch, 1), dtype=rvec.dtype, device=rvec.device)
        K = torch.cat([zeros, -rz, ry, rz, zeros, -rx, -ry, rx, zeros], dim=1).view((batch, 3, 3))
        ident = torch.eye(3, dtype=rvec.dtype).unsqueeze(dim=0)
        sin = torch.unsqueeze(torch.sin(theta), dim=2)
        cos = torch.cos(theta)[..., None]
        rot_mat = ident + sin * K + (1 - cos) * torch.bmm(K, K)
        v_homo = F.pad(points, (0, 1), value=1.0)
        transform = torch.cat([F.pad(rot_mat, [0, 0, 0, 1]), F.pad(torch.ones(batch, 3, 1), [0, 0, 0, 1], value=1)], dim=2)
        posed = torch.matmul(transform.unsqueeze(1), torch.unsqueeze(v_homo, dim=-1))
        verts = posed[:, :, :3, 0]
        # 6d rotation
        a1, a2 = rot_mat[..., 0], rot_mat[..., 1]
        b1 = F.normalize(a1)
        b2 = F.normalize(a2 - torch.einsum('bi,bi->b', b1, a2).unsqueeze(-1) * b1)
        b3 = torch.cross(b1, b2, dim=1)
        r6 = torch.stack((b1, b2, b3), dim=-1)
        # procrustes
        mu = verts.mean(dim=1, keepdim=True)
        K2 = (verts - mu).transpose(1, 2).bmm(points - points.mean(dim=1, keepdim=True))
        U, s, V = torch.svd(K2)
        R = V.bmm(U.permute(0, 2, 1))
        scale = torch.diagonal(R.bmm(K2), dim1=-2, dim2=-1).sum(-1) / s.sum(dim=1)
        grid = F.affine_grid(r6[:, :2, :], image.size(), align_corners=False)
        return F.grid_sample(image, grid, align_corners=False), verts * scale[:, None, None], torch.linalg.norm(s, dim=-1)
