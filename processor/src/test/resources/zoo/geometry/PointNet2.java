package zoo.geometry;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {64, 3}, name = "xyz")
@Input(value = {5, 64}, name = "points")
@Forward("""
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
    """)
class PointNet2 {
  static class Block {}

  @Conv2d(in = 8, out = 16, k = 1) Block mlp_conv;
  @BatchNorm2d(16) Block mlp_bn;
  @Conv1d(in = 21, out = 24, k = 1) Block fp_conv;
  @BatchNorm1d(24) Block fp_bn;
  @Conv1d(in = 24, out = 13, k = 1) Block head;
}

/* PyTorch 1.13.0:
parameters 1077
sizes N=2 N=3
points_t 2,64,5 3,64,5
fps_idx 2,16 3,16
arange 2 3
view 2,1 3,1
repeat 2,16 3,16
new_xyz 2,16,3 3,16,3
permute 2,3,64 3,3,64
matmul 2,16,64 3,16,64
mul 2,16,64 3,16,64
pow 2,16,3 3,16,3
sum 2,16 3,16
view_1 2,16,1 3,16,1
add_ 2,16,64 3,16,64
pow_1 2,64,3 3,64,3
sum_1 2,64 3,64
view_2 2,1,64 3,1,64
add__1 2,16,64 3,16,64
arange_1 64 64
view_3 1,1,64 1,1,64
repeat_1 2,16,64 3,16,64
gt 2,16,64 3,16,64
setitem 2,16,64 3,16,64
sort 2,16,64;2,16,64; 3,16,64;3,16,64;
getitem 2,16,8 3,16,8
getitem_1 2,16 3,16
view_4 2,16,1 3,16,1
repeat_2 2,16,8 3,16,8
mask 2,16,8 3,16,8
group_idx 2,16,8 3,16,8
arange_2 2 3
view_5 2,1,1 3,1,1
repeat_3 2,16,8 3,16,8
grouped_xyz 2,16,8,3 3,16,8,3
view_6 2,16,1,3 3,16,1,3
sub 2,16,8,3 3,16,8,3
grouped_points 2,16,8,5 3,16,8,5
new_points 2,16,8,8 3,16,8,8
new_points_1 2,8,8,16 3,8,8,16
mlp_conv 2,16,8,16 3,16,8,16
mlp_bn 2,16,8,16 3,16,8,16
relu 2,16,8,16 3,16,8,16
new_points_2 2,16,16;2,16,16; 3,16,16;3,16,16;
dists 2,64,16 3,64,16
sort_1 2,64,16;2,64,16; 3,64,16;3,64,16;
getitem_2 2,64,3 3,64,3
getitem_3 2,64,3 3,64,3
add 2,64,3 3,64,3
div 2,64,3 3,64,3
norm 2,64,1 3,64,1
weight 2,64,3 3,64,3
permute_1 2,16,16 3,16,16
arange_3 2 3
view_7 2,1,1 3,1,1
repeat_4 2,64,3 3,64,3
getitem_4 2,64,3,16 3,64,3,16
view_8 2,64,3,1 3,64,3,1
mul_1 2,64,3,16 3,64,3,16
sum_2 2,64,16 3,64,16
cat 2,64,21 3,64,21
permute_2 2,21,64 3,21,64
fp_conv 2,24,64 3,24,64
fp_bn 2,24,64 3,24,64
relu_1 2,24,64 3,24,64
head 2,13,64 3,13,64
log_softmax 2,13,64 3,13,64
permute_3 2,64,13 3,64,13
*/
