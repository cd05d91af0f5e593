package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 104, 136}, name = "x")
@Forward("""
    x = F.leaky_relu(self.conv1(x), 0.1)
    route = F.leaky_relu(self.conv2(x), 0.1)
    x = F.leaky_relu(self.conv3(route), 0.1)
    p = self.det1(x)
    bs, _, ny, nx = p.shape  # x(bs,255,13,17) to x(bs,3,13,17,85)
    p = p.view(bs, 3, 85, ny, nx).permute(0, 1, 3, 4, 2).contiguous()
    y = p.sigmoid()
    xy = y[..., 0:2] * 2. - 0.5
    wh = (y[..., 2:4] * 2) ** 2
    y = torch.cat((xy, wh, y[..., 4:]), -1)
    z1 = y.view(bs, -1, 85)
    q = self.det2(torch.cat((self.up(x), route), 1))
    q = q.view(bs, 3, 85, 26, 34).permute(0, 1, 3, 4, 2)
    z2 = q.reshape(bs, -1, 85)
    return torch.cat((z1, z2), 1)
    """)
class YoloHead {
  static class Block {}

  @Conv2d(in = 3, out = 16, k = 3, s = 2, p = 1, bias = false) Block conv1;
  @Conv2d(in = 16, out = 32, k = 3, s = 2, p = 1, bias = false) Block conv2;
  @Conv2d(in = 32, out = 64, k = 3, s = 2, p = 1, bias = false) Block conv3;
  @Upsample(scale = 2.0) Block up;
  @Conv2d(in = 64, out = 255, k = 1) Block det1;
  @Conv2d(in = 96, out = 255, k = 1) Block det2;
}

/* PyTorch 1.13.0:
parameters 64782
sizes N=2 N=3
conv1 2,16,52,68 3,16,52,68
leaky_relu 2,16,52,68 3,16,52,68
conv2 2,32,26,34 3,32,26,34
leaky_relu_1 2,32,26,34 3,32,26,34
conv3 2,64,13,17 3,64,13,17
leaky_relu_2 2,64,13,17 3,64,13,17
p 2,255,13,17 3,255,13,17
view 2,3,85,13,17 3,3,85,13,17
permute 2,3,13,17,85 3,3,13,17,85
contiguous 2,3,13,17,85 3,3,13,17,85
y 2,3,13,17,85 3,3,13,17,85
getitem 2,3,13,17,2 3,3,13,17,2
mul 2,3,13,17,2 3,3,13,17,2
sub 2,3,13,17,2 3,3,13,17,2
getitem_1 2,3,13,17,2 3,3,13,17,2
mul_1 2,3,13,17,2 3,3,13,17,2
pow 2,3,13,17,2 3,3,13,17,2
getitem_2 2,3,13,17,81 3,3,13,17,81
cat 2,3,13,17,85 3,3,13,17,85
z1 2,663,85 3,663,85
up 2,64,26,34 3,64,26,34
cat_1 2,96,26,34 3,96,26,34
det2 2,255,26,34 3,255,26,34
view_1 2,3,85,26,34 3,3,85,26,34
permute_1 2,3,26,34,85 3,3,26,34,85
z2 2,2652,85 3,2652,85
cat_2 2,3315,85 3,3315,85
*/
