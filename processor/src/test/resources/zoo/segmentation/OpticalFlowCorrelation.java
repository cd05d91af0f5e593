package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 64, 64}, name = "im1")
@Input(value = {3, 64, 64}, name = "im2")
@Forward("""
    def forward(self, im1, im2):
        f1 = self.conv(im1)
        f2 = self.conv(im2)
        b, c, h, w = f1.size()
        corr = torch.einsum("bchw,bcij->bhwij", f1, f2) / c ** 0.5
        corr = corr.reshape(b, h * w, h, w)
        flow = self.flow(corr)
        ys, xs = torch.meshgrid(torch.arange(h), torch.arange(w))
        coords = torch.stack([xs, ys], dim=0).float()[None].repeat(b, 1, 1, 1)
        coords = (coords + flow).permute(0, 2, 3, 1)
        warped = F.grid_sample(f2, coords, align_corners=True)
        return flow, warped
    """)
class OpticalFlowCorrelation {
  static class Block {}

  @Conv2d(in = 3, out = 32, k = 3, s = 4, p = 1) Block conv;
  @Conv2d(in = 256, out = 2, k = 3, p = 1) Block flow;
}

/* PyTorch 1.13.0:
parameters 5506
sizes N=2 N=3
f1 2,32,16,16 3,32,16,16
f2 2,32,16,16 3,32,16,16
einsum 2,16,16,16,16 3,16,16,16,16
div 2,16,16,16,16 3,16,16,16,16
corr 2,256,16,16 3,256,16,16
flow 2,2,16,16 3,2,16,16
arange 16 16
arange_1 16 16
meshgrid 16,16;16,16; 16,16;16,16;
stack 2,16,16 2,16,16
float 2,16,16 2,16,16
getitem 1,2,16,16 1,2,16,16
repeat 2,2,16,16 3,2,16,16
add 2,2,16,16 3,2,16,16
permute 2,16,16,2 3,16,16,2
warped 2,32,16,16 3,32,16,16
*/
