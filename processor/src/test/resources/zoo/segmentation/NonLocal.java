package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {64, 15, 21}, name = "x")
@Forward("""
    batch_size = x.size(0)
    g_x = self.pool(self.g(x)).view(batch_size, 32, -1)
    g_x = g_x.permute(0, 2, 1)
    theta_x = self.theta(x).view(batch_size, 32, -1).permute(0, 2, 1)
    phi_x = self.pool(self.phi(x)).view(batch_size, 32, -1)
    f = torch.matmul(theta_x, phi_x)
    f_div_C = F.softmax(f, dim=-1)
    y = torch.matmul(f_div_C, g_x)
    y = y.permute(0, 2, 1).contiguous()
    y = y.view(batch_size, 32, *x.size()[2:])
    return self.W(y) + x
    """)
class NonLocal {
  static class Block {}

  @Conv2d(in = 64, out = 32, k = 1) Block g;
  @Conv2d(in = 64, out = 32, k = 1) Block theta;
  @Conv2d(in = 64, out = 32, k = 1) Block phi;
  @Conv2d(in = 32, out = 64, k = 1) Block W;
  @MaxPool2d(k = 2) Block pool;
}

/* PyTorch 1.13.0:
parameters 8352
sizes N=2 N=3
g 2,32,15,21 3,32,15,21
pool 2,32,7,10 3,32,7,10
view 2,32,70 3,32,70
g_x 2,70,32 3,70,32
theta 2,32,15,21 3,32,15,21
view_1 2,32,315 3,32,315
permute 2,315,32 3,315,32
phi 2,32,15,21 3,32,15,21
pool_1 2,32,7,10 3,32,7,10
view_2 2,32,70 3,32,70
f 2,315,70 3,315,70
f_div_C 2,315,70 3,315,70
y 2,315,32 3,315,32
permute_1 2,32,315 3,32,315
contiguous 2,32,315 3,32,315
y_1 2,32,15,21 3,32,15,21
W 2,64,15,21 3,64,15,21
add 2,64,15,21 3,64,15,21
*/
