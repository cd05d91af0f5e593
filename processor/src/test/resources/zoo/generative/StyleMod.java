package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 16, 20}, name = "x")
@Input(value = {64}, name = "w")
@Forward("""
    def forward(self, x, w):
        x = self.conv(x)
        noise = torch.randn(x.size(0), 1, x.size(2), x.size(3), device=x.device, dtype=x.dtype)
        x = x + self.noise_weight * noise
        style = self.style(w)
        shape = [-1, 2, x.size(1)] + (x.dim() - 2) * [1]
        style = style.view(shape)
        x = self.norm(x)
        x = x * (style[:, 0] + 1.) + style[:, 1]
        # pixel norm
        x = x * torch.rsqrt(torch.mean(x ** 2, dim=1, keepdim=True) + 1e-8)
        return x
    """)
class StyleMod {
  static class Block {}

  @Parameter({1, 32, 1, 1}) Block noise_weight;
  @Linear(in = 64, out = 64) Block style;
  @Conv2d(in = 32, out = 32, k = 3, p = 1, paddingMode = PaddingMode.CIRCULAR) Block conv;
  @InstanceNorm2d(32) Block norm;
}

/* PyTorch 1.13.0:
parameters 13440
sizes N=2 N=3
x_1 2,32,16,20 3,32,16,20
noise 2,1,16,20 3,1,16,20
mul 2,32,16,20 3,32,16,20
add 2,32,16,20 3,32,16,20
style 2,64 3,64
style_1 2,2,32,1,1 3,2,32,1,1
x_2 2,32,16,20 3,32,16,20
getitem 2,32,1,1 3,32,1,1
add_1 2,32,1,1 3,32,1,1
mul_1 2,32,16,20 3,32,16,20
getitem_1 2,32,1,1 3,32,1,1
add_2 2,32,16,20 3,32,16,20
pow 2,32,16,20 3,32,16,20
mean 2,1,16,20 3,1,16,20
add_3 2,1,16,20 3,1,16,20
rsqrt 2,1,16,20 3,1,16,20
mul_2 2,32,16,20 3,32,16,20
*/
