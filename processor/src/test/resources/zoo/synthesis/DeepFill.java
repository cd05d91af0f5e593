package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {8, 16, 24}, name = "x")
@Forward("""
    x, gate = torch.chunk(self.gated(x), 2, dim=1)
    x = F.elu(x) * torch.sigmoid(gate)
    raw_w = F.unfold(x, kernel_size=4, stride=2, padding=1)
    b, _, l = raw_w.shape
    raw_w = raw_w.view(b, 8, 4, 4, -1).permute(0, 4, 1, 2, 3)
    f = F.interpolate(x, scale_factor=0.5, mode='nearest')
    w = F.unfold(f, 3, padding=1).view(b, 8, 3, 3, -1).permute(0, 4, 1, 2, 3)
    wi = w[0]
    max_wi = torch.sqrt(torch.sum(torch.pow(wi, 2), dim=[1, 2, 3], keepdim=True)).clamp_min(1e-4)
    wi_normed = wi / max_wi
    xi = F.conv2d(f, wi_normed, stride=1, padding=1)
    yi = F.softmax(xi * 10, dim=1)
    out = F.conv_transpose2d(yi, raw_w[0], stride=2, padding=1) / 4.
    mask = torch.ones_like(out[:, :1])
    update = F.conv2d(mask, torch.ones(1, 1, 3, 3), padding=1)
    ratio = 9 / (update + 1e-8)
    update = torch.clamp(update, 0, 1)
    return torch.mul(self.partial(out), ratio * update)
    """)
class DeepFill {
  static class Block {}

  @Conv2d(in = 8, out = 16, k = 3, p = 1) Block gated;
  @Conv2d(in = 8, out = 8, k = 3, p = 1, bias = false) Block partial;
}

/* PyTorch 1.13.0:
parameters 1744
sizes N=2 N=3
gated 2,16,16,24 3,16,16,24
chunk 2,8,16,24;2,8,16,24; 3,8,16,24;3,8,16,24;
elu 2,8,16,24 3,8,16,24
sigmoid 2,8,16,24 3,8,16,24
mul 2,8,16,24 3,8,16,24
raw_w 2,128,96 3,128,96
view 2,8,4,4,96 3,8,4,4,96
permute 2,96,8,4,4 3,96,8,4,4
f 2,8,8,12 3,8,8,12
unfold 2,72,96 3,72,96
view_1 2,8,3,3,96 3,8,3,3,96
permute_1 2,96,8,3,3 3,96,8,3,3
wi 96,8,3,3 96,8,3,3
pow 96,8,3,3 96,8,3,3
sum 96,1,1,1 96,1,1,1
sqrt 96,1,1,1 96,1,1,1
clamp_min 96,1,1,1 96,1,1,1
wi_normed 96,8,3,3 96,8,3,3
xi 2,96,8,12 3,96,8,12
mul_1 2,96,8,12 3,96,8,12
softmax 2,96,8,12 3,96,8,12
getitem 96,8,4,4 96,8,4,4
conv_transpose2d 2,8,16,24 3,8,16,24
div 2,8,16,24 3,8,16,24
getitem_1 2,1,16,24 3,1,16,24
ones_like 2,1,16,24 3,1,16,24
ones 1,1,3,3 1,1,3,3
conv2d 2,1,16,24 3,1,16,24
add 2,1,16,24 3,1,16,24
div_1 2,1,16,24 3,1,16,24
update 2,1,16,24 3,1,16,24
partial 2,8,16,24 3,8,16,24
mul_2 2,1,16,24 3,1,16,24
mul_3 2,8,16,24 3,8,16,24
*/
