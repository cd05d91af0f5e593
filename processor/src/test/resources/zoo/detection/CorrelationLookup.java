package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {24, 8, 12}, name = "fmap1")
@Input(value = {24, 8, 12}, name = "fmap2")
@Input(value = {2, 8, 12}, name = "coords")
@Forward("""
    def forward(self, fmap1, fmap2, coords):
        batch, dim, ht, wd = fmap1.shape
        fmap1 = fmap1.view(batch, dim, ht * wd)
        fmap2 = fmap2.view(batch, dim, ht * wd)
        corr = torch.matmul(fmap1.transpose(1, 2), fmap2)
        corr = corr.view(batch, ht, wd, 1, ht, wd) / torch.sqrt(torch.tensor(dim).float())
        batch, h1, w1, dim, h2, w2 = corr.shape
        corr = corr.reshape(batch * h1 * w1, dim, h2, w2)
        corr1 = F.avg_pool2d(corr, 2, stride=2)

        r = 3
        coords = coords.permute(0, 2, 3, 1)
        batch, h1, w1, _ = coords.shape
        dx = torch.linspace(-r, r, 2 * r + 1)
        dy = torch.linspace(-r, r, 2 * r + 1)
        delta = torch.stack(torch.meshgrid(dy, dx), axis=-1)
        centroid_lvl = coords.reshape(batch * h1 * w1, 1, 1, 2) / 2 ** 1
        delta_lvl = delta.view(1, 2 * r + 1, 2 * r + 1, 2)
        coords_lvl = centroid_lvl + delta_lvl

        # bilinear_sampler
        H, W = corr1.shape[-2:]
        xgrid, ygrid = coords_lvl.split([1, 1], dim=-1)
        xgrid = 2 * xgrid / (W - 1) - 1
        ygrid = 2 * ygrid / (H - 1) - 1
        grid = torch.cat([xgrid, ygrid], dim=-1)
        img = F.grid_sample(corr1, grid, align_corners=True)
        img = img.view(batch, h1, w1, -1)
        return img.permute(0, 3, 1, 2).contiguous().float()
    """)
class CorrelationLookup {
  static class Block {}

}

/* PyTorch 1.13.0:
parameters 0
sizes N=2 N=3
fmap1_1 2,24,96 3,24,96
fmap2_1 2,24,96 3,24,96
transpose 2,96,24 3,96,24
matmul 2,96,96 3,96,96
view 2,8,12,1,8,12 3,8,12,1,8,12
tensor () ()
float () ()
sqrt () ()
div 2,8,12,1,8,12 3,8,12,1,8,12
corr 192,1,8,12 288,1,8,12
corr1 192,1,4,6 288,1,4,6
coords_1 2,8,12,2 3,8,12,2
dx 7 7
dy 7 7
meshgrid 7,7;7,7; 7,7;7,7;
stack 7,7,2 7,7,2
reshape 192,1,1,2 288,1,1,2
div_1 192,1,1,2 288,1,1,2
delta_lvl 1,7,7,2 1,7,7,2
coords_lvl 192,7,7,2 288,7,7,2
split 192,7,7,1;192,7,7,1; 288,7,7,1;288,7,7,1;
mul 192,7,7,1 288,7,7,1
div_2 192,7,7,1 288,7,7,1
sub 192,7,7,1 288,7,7,1
mul_1 192,7,7,1 288,7,7,1
div_3 192,7,7,1 288,7,7,1
sub_1 192,7,7,1 288,7,7,1
grid 192,7,7,2 288,7,7,2
img 192,1,7,7 288,1,7,7
img_1 2,8,12,49 3,8,12,49
permute 2,49,8,12 3,49,8,12
contiguous 2,49,8,12 3,49,8,12
float_1 2,49,8,12 3,49,8,12
*/
