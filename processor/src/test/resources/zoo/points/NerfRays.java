package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {64, 63}, name = "pts")
@Input(value = {27}, name = "views")
@Input(value = {64}, name = "z_vals")
@Forward("""
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
    """)
class NerfRays {
  static class Block {}

  @Linear(in = 63, out = 128) Block l1;
  @Linear(in = 191, out = 128) Block l2;
  @Linear(in = 128, out = 1) Block sigma;
  @Linear(in = 155, out = 3) Block color;
}

/* PyTorch 1.13.0:
parameters 33365
sizes N=2 N=3
l1 2,64,128 3,64,128
relu 2,64,128 3,64,128
h 2,64,191 3,64,191
l2 2,64,128 3,64,128
relu_1 2,64,128 3,64,128
alpha 2,64,1 3,64,1
getitem 2,1,27 3,1,27
expand 2,64,27 3,64,27
cat 2,64,155 3,64,155
color 2,64,3 3,64,3
sigmoid 2,64,3 3,64,3
getitem_1 2,63 3,63
getitem_2 2,63 3,63
sub 2,63 3,63
getitem_3 2,1 3,1
full_like 2,1 3,1
cat_1 2,64 3,64
getitem_4 2,64 3,64
relu_2 2,64 3,64
neg 2,64 3,64
mul 2,64 3,64
exp 2,64 3,64
sub_1 2,64 3,64
ones 2,1 3,1
sub_2 2,64 3,64
add 2,64 3,64
cat_2 2,65 3,65
cumprod 2,65 3,65
getitem_5 2,64 3,64
weights 2,64 3,64
getitem_6 2,64,1 3,64,1
mul_1 2,64,3 3,64,3
sum 2,3 3,3
mul_2 2,64 3,64
sum_1 2 3
*/
