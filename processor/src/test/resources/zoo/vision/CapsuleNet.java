package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 28, 28}, name = "x")
@Forward("""
    x = F.relu(self.conv(x))
    u = self.primary(x)
    u = u.view(u.size(0), 32, 8, 6, 6).permute(0, 1, 3, 4, 2).contiguous().view(u.size(0), 1152, 8)
    # squash
    squared_norm = (u ** 2).sum(-1, keepdim=True)
    u = squared_norm * u / ((1. + squared_norm) * torch.sqrt(squared_norm))
    u = torch.stack([u] * 10, dim=2).unsqueeze(4)
    W = self.W.repeat(x.size(0), 1, 1, 1, 1)
    u_hat = torch.matmul(W, u)
    b_ij = torch.zeros(1, 1152, 10, 1)
    c_ij = F.softmax(b_ij, dim=1)
    c_ij = c_ij.expand(x.size(0), -1, -1, -1).unsqueeze(4)
    s_j = (c_ij * u_hat).sum(dim=1, keepdim=True)
    v_j = s_j.squeeze(1)
    classes = (v_j ** 2).sum(dim=2).sqrt().squeeze(-1)
    return F.softmax(classes, dim=-1)
    """)
class CapsuleNet {
  static class Block {}

  @Parameter({1, 1152, 10, 16, 8}) Block W;
  @Conv2d(in = 1, out = 256, k = 9) Block conv;
  @Conv2d(in = 256, out = 256, k = 9, s = 2) Block primary;
}

/* PyTorch 1.13.0:
parameters 6804224
sizes N=2 N=3
conv 2,256,20,20 3,256,20,20
relu 2,256,20,20 3,256,20,20
u 2,256,6,6 3,256,6,6
view 2,32,8,6,6 3,32,8,6,6
permute 2,32,6,6,8 3,32,6,6,8
contiguous 2,32,6,6,8 3,32,6,6,8
view_1 2,1152,8 3,1152,8
pow 2,1152,8 3,1152,8
sum 2,1152,1 3,1152,1
mul 2,1152,8 3,1152,8
add 2,1152,1 3,1152,1
sqrt 2,1152,1 3,1152,1
mul_1 2,1152,1 3,1152,1
div 2,1152,8 3,1152,8
stack 2,1152,10,8 3,1152,10,8
unsqueeze 2,1152,10,8,1 3,1152,10,8,1
W_1 2,1152,10,16,8 3,1152,10,16,8
u_hat 2,1152,10,16,1 3,1152,10,16,1
b_ij 1,1152,10,1 1,1152,10,1
c_ij 1,1152,10,1 1,1152,10,1
expand 2,1152,10,1 3,1152,10,1
unsqueeze_1 2,1152,10,1,1 3,1152,10,1,1
mul_2 2,1152,10,16,1 3,1152,10,16,1
sum_1 2,1,10,16,1 3,1,10,16,1
v_j 2,10,16,1 3,10,16,1
pow_1 2,10,16,1 3,10,16,1
sum_2 2,10,1 3,10,1
sqrt_1 2,10,1 3,10,1
squeeze 2,10 3,10
softmax 2,10 3,10
*/
