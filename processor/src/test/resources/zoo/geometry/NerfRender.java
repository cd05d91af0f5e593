package zoo.geometry;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {6}, name = "ray_batch")
@Forward("""
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
    """)
class NerfRender {
  static class Block {}

  @Linear(in = 27, out = 32) Block pts0;
  @Linear(in = 59, out = 32) Block pts1;
  @Linear(in = 32, out = 1) Block alpha_linear;
  @Linear(in = 32, out = 32) Block feature_linear;
  @Linear(in = 47, out = 16) Block views_linear;
  @Linear(in = 16, out = 3) Block rgb_linear;
}

/* PyTorch 1.13.0:
parameters 4724
sizes N=2 N=3
getitem 2,3 3,3
getitem_1 2,3 3,3
norm 2,1 3,1
div 2,3 3,3
t_vals 12 12
sub 12 12
mul 12 12
mul_1 12 12
add 12 12
z_vals 2,12 3,12
getitem_2 2,11 3,11
getitem_3 2,11 3,11
add_1 2,11 3,11
mul_2 2,11 3,11
getitem_4 2,1 3,1
cat 2,12 3,12
getitem_5 2,1 3,1
cat_1 2,12 3,12
t_rand 2,12 3,12
sub_1 2,12 3,12
mul_3 2,12 3,12
add_2 2,12 3,12
getitem_6 2,1,3 3,1,3
getitem_7 2,1,3 3,1,3
getitem_8 2,12,1 3,12,1
mul_4 2,12,3 3,12,3
add_3 2,12,3 3,12,3
inputs_flat 24,3 36,3
linspace 4 4
pow 4 4
getitem_9 24,3,1 36,3,1
mul_5 24,3,4 36,3,4
flatten 24,12 36,12
sin 24,12 36,12
cos 24,12 36,12
cat_2 24,27 36,27
getitem_10 2,1,3 3,1,3
expand 2,12,3 3,12,3
input_dirs_flat 24,3 36,3
unsqueeze 24,3,1 36,3,1
tensor 2 2
mul_6 24,3,2 36,3,2
reshape 24,6 36,6
sin_1 24,6 36,6
cos_1 24,6 36,6
cat_3 24,15 36,15
pts0 24,32 36,32
relu 24,32 36,32
h 24,59 36,59
pts1 24,32 36,32
relu_1 24,32 36,32
alpha 24,1 36,1
feature 24,32 36,32
h_1 24,47 36,47
views_linear 24,16 36,16
relu_2 24,16 36,16
rgb 24,3 36,3
outputs_flat 24,4 36,4
raw 2,12,4 3,12,4
getitem_11 2,11 3,11
getitem_12 2,11 3,11
sub_2 2,11 3,11
Tensor 1 1
getitem_13 2,1 3,1
expand_1 2,1 3,1
cat_4 2,12 3,12
getitem_14 2,1,3 3,1,3
norm_1 2,1 3,1
mul_7 2,12 3,12
getitem_15 2,12,3 3,12,3
sigmoid 2,12,3 3,12,3
getitem_16 2,12 3,12
relu_3 2,12 3,12
neg 2,12 3,12
mul_8 2,12 3,12
exp 2,12 3,12
sub_3 2,12 3,12
ones 2,1 3,1
sub_4 2,12 3,12
add_4 2,12 3,12
cat_5 2,13 3,13
cumprod 2,13 3,13
getitem_17 2,12 3,12
mul_9 2,12 3,12
getitem_18 2,12,1 3,12,1
mul_10 2,12,3 3,12,3
sum 2,3 3,3
mul_11 2,12 3,12
sum_1 2 3
acc_map 2 3
ones_like 2 3
mul_12 2 3
sum_2 2 3
div_1 2 3
max 2 3
div_2 2 3
getitem_19 2,1 3,1
sub_5 2,1 3,1
add_5 2,3 3,3
getitem_20 2,11 3,11
getitem_21 2,11 3,11
add_6 2,11 3,11
mul_13 2,11 3,11
getitem_22 2,10 3,10
add_7 2,10 3,10
sum_3 2,1 3,1
div_3 2,10 3,10
cdf 2,10 3,10
getitem_23 2,1 3,1
zeros_like 2,1 3,1
cat_6 2,11 3,11
u 7 7
expand_2 2,7 3,7
contiguous 2,7 3,7
inds 2,7 3,7
sub_6 2,7 3,7
zeros_like_1 2,7 3,7
sub_7 2,7 3,7
max_1 2,7 3,7
ones_like_1 2,7 3,7
mul_14 2,7 3,7
min 2,7 3,7
inds_g 2,7,2 3,7,2
unsqueeze_1 2,1,11 3,1,11
expand_3 2,7,11 3,7,11
gather 2,7,2 3,7,2
unsqueeze_2 2,1,11 3,1,11
expand_4 2,7,11 3,7,11
gather_1 2,7,2 3,7,2
getitem_24 2,7 3,7
getitem_25 2,7 3,7
sub_8 2,7 3,7
lt 2,7 3,7
ones_like_2 2,7 3,7
where 2,7 3,7
getitem_26 2,7 3,7
sub_9 2,7 3,7
div_4 2,7 3,7
getitem_27 2,7 3,7
getitem_28 2,7 3,7
getitem_29 2,7 3,7
sub_10 2,7 3,7
mul_15 2,7 3,7
add_8 2,7 3,7
cat_7 2,19 3,19
sort 2,19;2,19; 3,19;3,19;
*/
