package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 32, 40}, name = "source_image")
@Input(value = {10, 2}, name = "kp_driving")
@Input(value = {10, 2}, name = "kp_source")
@Input(value = {10, 2, 2}, name = "jd")
@Input(value = {10, 2, 2}, name = "js")
@Forward("""
    def forward(self, source_image, kp_driving, kp_source, jd, js):
        bs, _, h, w = source_image.shape
        # make_coordinate_grid
        x = torch.arange(w).type(kp_source.type())
        y = torch.arange(h).type(kp_source.type())
        x = (2 * (x / (w - 1)) - 1)
        y = (2 * (y / (h - 1)) - 1)
        yy = y.view(-1, 1).repeat(1, w)
        xx = x.view(1, -1).repeat(h, 1)
        identity_grid = torch.cat([xx.unsqueeze(2), yy.unsqueeze(2)], 2)
        # heatmaps
        mean = kp_driving
        number_of_leading_dimensions = len(mean.shape) - 1
        shape = (1,) * number_of_leading_dimensions + identity_grid.shape
        coordinate_grid = identity_grid.view(*shape)
        repeats = mean.shape[:number_of_leading_dimensions] + (1, 1, 1)
        coordinate_grid = coordinate_grid.repeat(*repeats)
        shape = mean.shape[:number_of_leading_dimensions] + (1, 1, 2)
        mean = mean.view(*shape)
        mean_sub = (coordinate_grid - mean)
        heatmap = torch.exp(-0.5 * (mean_sub ** 2).sum(-1) / 0.01)
        zeros = torch.zeros(heatmap.shape[0], 1, h, w).type(heatmap.type())
        heatmap = torch.cat([zeros, heatmap], dim=1).unsqueeze(2)
        # sparse motions
        identity_grid = identity_grid.view(1, 1, h, w, 2)
        coordinate_grid = identity_grid - kp_driving.view(bs, 10, 1, 1, 2)
        jacobian = torch.matmul(js, torch.inverse(jd))
        jacobian = jacobian.unsqueeze(-3).unsqueeze(-3)
        jacobian = jacobian.repeat(1, 1, h, w, 1, 1)
        coordinate_grid = torch.matmul(jacobian, coordinate_grid.unsqueeze(-1))
        coordinate_grid = coordinate_grid.squeeze(-1)
        driving_to_source = coordinate_grid + kp_source.view(bs, 10, 1, 1, 2)
        identity_grid = identity_grid.repeat(bs, 1, 1, 1, 1)
        sparse_motion = torch.cat([identity_grid, driving_to_source], dim=1)
        # deformed source
        source_repeat = source_image.unsqueeze(1).unsqueeze(1).repeat(1, 10 + 1, 1, 1, 1, 1)
        source_repeat = source_repeat.view(bs * (10 + 1), -1, h, w)
        sparse_motions = sparse_motion.view((bs * (10 + 1), h, w, -1))
        sparse_deformed = F.grid_sample(source_repeat, sparse_motions)
        sparse_deformed = sparse_deformed.view((bs, 10 + 1, -1, h, w))
        input = torch.cat([heatmap, sparse_deformed], dim=2)
        input = input.view(bs, -1, h, w)
        mask = F.softmax(self.mask(input), dim=1)
        mask = mask.unsqueeze(2)
        sparse_motion = sparse_motion.permute(0, 1, 4, 2, 3)
        deformation = (sparse_motion * mask).sum(dim=1)
        deformation = deformation.permute(0, 2, 3, 1)
        occlusion_map = torch.sigmoid(self.occlusion(input))
        return F.grid_sample(source_image, deformation) * occlusion_map
    """)
class SpatialTransformerGrid {
  static class Block {}

  @Conv2d(in = 44, out = 11, k = 7, p = 3) Block mask;
  @Conv2d(in = 44, out = 1, k = 7, p = 3) Block occlusion;
}

/* PyTorch 1.13.0:
parameters 25884
sizes N=2 N=3
arange 40 40
type 40 40
arange_1 32 32
type_1 32 32
div 40 40
mul 40 40
sub 40 40
div_1 32 32
mul_1 32 32
sub_1 32 32
view 32,1 32,1
repeat 32,40 32,40
view_1 1,40 1,40
repeat_1 32,40 32,40
unsqueeze 32,40,1 32,40,1
unsqueeze_1 32,40,1 32,40,1
cat 32,40,2 32,40,2
coordinate_grid 1,1,32,40,2 1,1,32,40,2
coordinate_grid_1 2,10,32,40,2 3,10,32,40,2
mean 2,10,1,1,2 3,10,1,1,2
mean_sub 2,10,32,40,2 3,10,32,40,2
pow 2,10,32,40,2 3,10,32,40,2
sum 2,10,32,40 3,10,32,40
mul_2 2,10,32,40 3,10,32,40
div_2 2,10,32,40 3,10,32,40
exp 2,10,32,40 3,10,32,40
zeros 2,1,32,40 3,1,32,40
type_2 2,1,32,40 3,1,32,40
cat_1 2,11,32,40 3,11,32,40
unsqueeze_2 2,11,1,32,40 3,11,1,32,40
identity_grid 1,1,32,40,2 1,1,32,40,2
view_2 2,10,1,1,2 3,10,1,1,2
sub_2 2,10,32,40,2 3,10,32,40,2
inverse 2,10,2,2 3,10,2,2
matmul 2,10,2,2 3,10,2,2
unsqueeze_3 2,10,1,2,2 3,10,1,2,2
unsqueeze_4 2,10,1,1,2,2 3,10,1,1,2,2
jacobian 2,10,32,40,2,2 3,10,32,40,2,2
unsqueeze_5 2,10,32,40,2,1 3,10,32,40,2,1
matmul_1 2,10,32,40,2,1 3,10,32,40,2,1
coordinate_grid_2 2,10,32,40,2 3,10,32,40,2
view_3 2,10,1,1,2 3,10,1,1,2
add 2,10,32,40,2 3,10,32,40,2
identity_grid_1 2,1,32,40,2 3,1,32,40,2
sparse_motion 2,11,32,40,2 3,11,32,40,2
unsqueeze_6 2,1,3,32,40 3,1,3,32,40
unsqueeze_7 2,1,1,3,32,40 3,1,1,3,32,40
repeat_2 2,11,1,3,32,40 3,11,1,3,32,40
source_repeat 22,3,32,40 33,3,32,40
sparse_motions 22,32,40,2 33,32,40,2
sparse_deformed 22,3,32,40 33,3,32,40
sparse_deformed_1 2,11,3,32,40 3,11,3,32,40
input 2,11,4,32,40 3,11,4,32,40
input_1 2,44,32,40 3,44,32,40
mask 2,11,32,40 3,11,32,40
softmax 2,11,32,40 3,11,32,40
mask_1 2,11,1,32,40 3,11,1,32,40
sparse_motion_1 2,11,2,32,40 3,11,2,32,40
mul_3 2,11,2,32,40 3,11,2,32,40
sum_1 2,2,32,40 3,2,32,40
deformation 2,32,40,2 3,32,40,2
occlusion 2,1,32,40 3,1,32,40
sigmoid 2,1,32,40 3,1,32,40
grid_sample 2,3,32,40 3,3,32,40
mul_4 2,3,32,40 3,3,32,40
*/
