package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 18, 20, 22}, name = "vol")
@Forward("""
    e = F.leaky_relu(self.norm(self.c1(vol)))
    b = self.drop(self.down(e))
    d = torch.cat([self.up(b), e], 1)
    seg = self.last(d)
    thin = self.pool(seg)
    small = F.interpolate(seg, scale_factor=0.5, mode="trilinear", align_corners=False)
    big = F.interpolate(thin, size=seg.shape[2:], mode="nearest")
    g = F.adaptive_max_pool3d(big, (1, 1, 1)).view(vol.shape[0], -1)
    dice = 2 * (seg.sigmoid() * seg).sum(dim=(2, 3, 4)) / (seg.sum(dim=(2, 3, 4)) + 1e-6)
    return g, 1 - dice.mean(), small
    """)
class Volumes {
  static class Block {}

  @Conv3d(in = 1, out = 8, k = 3, p = 1) Block c1;
  @Conv3d(in = 8, out = 16, k = 2, s = 2) Block down;
  @ConvTranspose3d(in = 16, out = 8, k = 2, s = 2) Block up;
  @InstanceNorm3d(8) Block norm;
  @Dropout3d(0.3) Block drop;
  @AvgPool3d(k = {1, 2, 2}) Block pool;
  @Conv3d(in = 16, out = 3, k = 1) Block last;
}

/* PyTorch 1.13.0:
parameters 2347
sizes N=2 N=3
c1 2,8,18,20,22 3,8,18,20,22
norm 2,8,18,20,22 3,8,18,20,22
leaky_relu 2,8,18,20,22 3,8,18,20,22
down 2,16,9,10,11 3,16,9,10,11
drop 2,16,9,10,11 3,16,9,10,11
up 2,8,18,20,22 3,8,18,20,22
cat 2,16,18,20,22 3,16,18,20,22
seg 2,3,18,20,22 3,3,18,20,22
thin 2,3,18,10,11 3,3,18,10,11
small 2,3,9,10,11 3,3,9,10,11
big 2,3,18,20,22 3,3,18,20,22
adaptive_max_pool3d 2,3,1,1,1 3,3,1,1,1
view 2,3 3,3
sigmoid 2,3,18,20,22 3,3,18,20,22
mul 2,3,18,20,22 3,3,18,20,22
sum 2,3 3,3
mul_1 2,3 3,3
sum_1 2,3 3,3
add 2,3 3,3
div 2,3 3,3
mean () ()
sub () ()
*/
