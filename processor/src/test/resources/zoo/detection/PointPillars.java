package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {40, 16, 9}, name = "pillars")
@Input(value = {40}, name = "indices", dtype = long.class)
@Params("nx = 20, ny = 16")
@Forward("""
    def forward(self, pillars, indices):
        b, p, m, c = pillars.shape
        points_mean = pillars[..., :3].sum(dim=2, keepdim=True) / m
        f_cluster = pillars[..., :3] - points_mean
        features = torch.cat([pillars, f_cluster], dim=-1)
        x = self.linear(features.flatten(0, 1))
        x = self.norm(x.permute(0, 2, 1).contiguous()).permute(0, 2, 1).contiguous()
        x = F.relu(x)
        x_max = torch.max(x, dim=1, keepdim=True)[0]
        x = x_max.squeeze(1).view(b, p, -1)
        canvas = torch.zeros(b, 32, self.nx * self.ny, dtype=x.dtype, device=x.device)
        index = indices.unsqueeze(1).expand(-1, 32, -1)
        canvas = canvas.scatter(2, index, x.transpose(1, 2))
        canvas = canvas.view(b, 32, self.ny, self.nx)
        return self.backbone(canvas)
    """)
class PointPillars {
  static class Block {}

  @Linear(in = 12, out = 32, bias = false) Block linear;
  @BatchNorm1d(32) Block norm;
  @Conv2d(in = 32, out = 48, k = 3, s = 2, p = 1) Block backbone;
}

/* PyTorch 1.13.0:
parameters 14320
sizes N=2 N=3
getitem 2,40,16,3 3,40,16,3
sum 2,40,1,3 3,40,1,3
div 2,40,1,3 3,40,1,3
getitem_1 2,40,16,3 3,40,16,3
sub 2,40,16,3 3,40,16,3
features 2,40,16,12 3,40,16,12
flatten 80,16,12 120,16,12
linear 80,16,32 120,16,32
permute 80,32,16 120,32,16
contiguous 80,32,16 120,32,16
norm 80,32,16 120,32,16
permute_1 80,16,32 120,16,32
contiguous_1 80,16,32 120,16,32
x 80,16,32 120,16,32
x_max 80,1,32;80,1,32; 120,1,32;120,1,32;
squeeze 80,32 120,32
view 2,40,32 3,40,32
canvas 2,32,320 3,32,320
unsqueeze 2,1,40 3,1,40
expand 2,32,40 3,32,40
transpose 2,32,40 3,32,40
scatter 2,32,320 3,32,320
canvas_1 2,32,16,20 3,32,16,20
backbone 2,48,8,10 3,48,8,10
*/
