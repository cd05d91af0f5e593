package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {16, -1, -1}, name = "x")
@Input(value = {2, -1, -1}, name = "flo")
@Forward("""
    def forward(self, x, flo):
        B, C, H, W = x.size()
        # mesh grid
        xx = torch.arange(0, W).view(1, -1).repeat(H, 1)
        yy = torch.arange(0, H).view(-1, 1).repeat(1, W)
        xx = xx.view(1, 1, H, W).repeat(B, 1, 1, 1)
        yy = yy.view(1, 1, H, W).repeat(B, 1, 1, 1)
        grid = torch.cat((xx, yy), 1).float()
        vgrid = grid + flo
        # scale grid to [-1,1]
        vgrid[:, 0, :, :] = 2.0 * vgrid[:, 0, :, :].clone() / max(W - 1, 1) - 1.0
        vgrid[:, 1, :, :] = 2.0 * vgrid[:, 1, :, :].clone() / max(H - 1, 1) - 1.0
        vgrid = vgrid.permute(0, 2, 3, 1)
        output = nn.functional.grid_sample(x, vgrid, align_corners=True)
        mask = torch.ones(x.size())
        mask = nn.functional.grid_sample(mask, vgrid, align_corners=True)
        mask[mask < 0.9999] = 0
        mask[mask > 0] = 1
        return output * mask
    """)
class PwcWarp {
  static class Block {}

}

/* PyTorch 1.13.0:
parameters 0
sizes N=2,H=10,W=14 N=3,H=7,W=6
arange 14 6
view 1,14 1,6
repeat 10,14 7,6
arange_1 10 7
view_1 10,1 7,1
repeat_1 10,14 7,6
view_2 1,1,10,14 1,1,7,6
repeat_2 2,1,10,14 3,1,7,6
view_3 1,1,10,14 1,1,7,6
repeat_3 2,1,10,14 3,1,7,6
cat 2,2,10,14 3,2,7,6
float 2,2,10,14 3,2,7,6
vgrid 2,2,10,14 3,2,7,6
getitem 2,10,14 3,7,6
clone 2,10,14 3,7,6
mul 2,10,14 3,7,6
div 2,10,14 3,7,6
sub 2,10,14 3,7,6
setitem 2,2,10,14 3,2,7,6
getitem_1 2,10,14 3,7,6
clone_1 2,10,14 3,7,6
mul_1 2,10,14 3,7,6
div_1 2,10,14 3,7,6
sub_1 2,10,14 3,7,6
setitem_1 2,2,10,14 3,2,7,6
vgrid_1 2,10,14,2 3,7,6,2
output 2,16,10,14 3,16,7,6
mask 2,16,10,14 3,16,7,6
mask_1 2,16,10,14 3,16,7,6
lt 2,16,10,14 3,16,7,6
setitem_2 2,16,10,14 3,16,7,6
gt 2,16,10,14 3,16,7,6
setitem_3 2,16,10,14 3,16,7,6
mul_2 2,16,10,14 3,16,7,6
*/
