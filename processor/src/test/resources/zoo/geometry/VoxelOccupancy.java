package zoo.geometry;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {8, 12, 16}, name = "ref_fea")
@Input(value = {8, 12, 16}, name = "src_fea")
@Input(value = {4, 4}, name = "proj")
@Forward("""
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
    """)
class VoxelOccupancy {
  static class Block {}

  @Conv3d(in = 8, out = 16, k = 3, p = 1, bias = false) @BatchNorm3d(16) @ReLU Block conv0;
  @Conv3d(in = 16, out = 32, k = 3, s = 2, p = 1) Block conv1;
  @ConvTranspose3d(in = 32, out = 16, k = 3, s = 2, p = 1, bias = false, outputPadding = 1) Block up;
  @Conv3d(in = 16, out = 1, k = 3, p = 1) Block prob;
}

/* PyTorch 1.13.0:
parameters 31601
sizes N=2 N=3
linspace 8 8
unsqueeze 1,8 1,8
repeat 2,8 3,8
rot 2,3,3 3,3,3
trans 2,3,1 3,3,1
arange 12 12
arange_1 16 16
meshgrid 12,16;12,16; 12,16;12,16;
contiguous 12,16 12,16
contiguous_1 12,16 12,16
view 192 192
view_1 192 192
ones_like 192 192
stack 3,192 3,192
unsqueeze_1 1,3,192 1,3,192
repeat_1 2,3,192 3,3,192
rot_xyz 2,3,192 3,3,192
unsqueeze_2 2,3,1,192 3,3,1,192
repeat_2 2,3,8,192 3,3,8,192
view_2 2,1,8,1 3,1,8,1
mul 2,3,8,192 3,3,8,192
view_3 2,3,1,1 3,3,1,1
add 2,3,8,192 3,3,8,192
getitem 2,2,8,192 3,2,8,192
getitem_1 2,1,8,192 3,1,8,192
div 2,2,8,192 3,2,8,192
getitem_2 2,8,192 3,8,192
div_1 2,8,192 3,8,192
sub 2,8,192 3,8,192
getitem_3 2,8,192 3,8,192
div_2 2,8,192 3,8,192
sub_1 2,8,192 3,8,192
grid 2,8,192,2 3,8,192,2
view_4 2,96,16,2 3,96,16,2
grid_sample 2,8,96,16 3,8,96,16
warped 2,8,8,12,16 3,8,8,12,16
unsqueeze_3 2,8,1,12,16 3,8,1,12,16
repeat_3 2,8,8,12,16 3,8,8,12,16
volume_sum 2,8,8,12,16 3,8,8,12,16
pow 2,8,8,12,16 3,8,8,12,16
pow_ 2,8,8,12,16 3,8,8,12,16
add_1 2,8,8,12,16 3,8,8,12,16
div_ 2,8,8,12,16 3,8,8,12,16
div__1 2,8,8,12,16 3,8,8,12,16
pow__1 2,8,8,12,16 3,8,8,12,16
sub_ 2,8,8,12,16 3,8,8,12,16
conv0 2,16,8,12,16 3,16,8,12,16
conv0_1 2,16,8,12,16 3,16,8,12,16
conv0_2 2,16,8,12,16 3,16,8,12,16
conv1 2,32,4,6,8 3,32,4,6,8
up 2,16,8,12,16 3,16,8,12,16
add_2 2,16,8,12,16 3,16,8,12,16
prob 2,1,8,12,16 3,1,8,12,16
squeeze 2,8,12,16 3,8,12,16
prob_volume 2,8,12,16 3,8,12,16
view_5 2,8,1,1 3,8,1,1
mul_1 2,8,12,16 3,8,12,16
sum 2,12,16 3,12,16
unsqueeze_4 2,1,8,12,16 3,1,8,12,16
pad 2,1,11,12,16 3,1,11,12,16
avg_pool3d 2,1,8,12,16 3,1,8,12,16
squeeze_1 2,8,12,16 3,8,12,16
mul_2 2,8,12,16 3,8,12,16
arange_2 8 8
view_6 1,8,1,1 1,8,1,1
mul_3 2,8,12,16 3,8,12,16
sum_1 2,12,16 3,12,16
long 2,12,16 3,12,16
clamp 2,12,16 3,12,16
unsqueeze_5 2,1,12,16 3,1,12,16
gather 2,1,12,16 3,1,12,16
squeeze_2 2,12,16 3,12,16
*/
