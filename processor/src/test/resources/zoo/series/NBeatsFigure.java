package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {30}, name = "x")
@Forward("""
    h = self.fc(x)
    b_ls = torch.arange(30, dtype=torch.float32) / 30
    f_ls = torch.arange(10, dtype=torch.float32) / 10
    Tb = torch.stack([b_ls ** 0, b_ls ** 1, b_ls ** 2, b_ls ** 3]).float()
    Tf = torch.stack([f_ls.pow(0), f_ls.pow(1), f_ls.pow(2), f_ls.pow(3)])
    backcast = self.theta_b_fc(h).mm(Tb)
    forecast = torch.einsum('bp,pt->bt', self.theta_f_fc(h), Tf)
    x = x - backcast
    thetas = self.season_theta(self.season_fc(x))
    p = thetas.size()[-1]
    p1, p2 = p // 2, p // 2
    i = torch.arange(5).float()
    s1 = torch.cos(2 * math.pi * torch.outer(i, f_ls))
    s2 = torch.sin(2 * math.pi * torch.outer(i, f_ls))
    S = torch.cat([s1, s2])
    return forecast + thetas.mm(S), x
    """)
class NBeatsFigure {
  static class Block {}

  @Linear(in = 30, out = 64) @ReLU Block fc;
  @Linear(in = 64, out = 4, bias = false) Block theta_f_fc;
  @Linear(in = 64, out = 4, bias = false) Block theta_b_fc;
  @Linear(in = 30, out = 64) @ReLU Block season_fc;
  @Linear(in = 64, out = 10, bias = false) Block season_theta;
}

/* PyTorch 1.13.0:
parameters 5120
sizes N=2 N=3
fc 2,64 3,64
fc_1 2,64 3,64
arange 30 30
div 30 30
arange_1 10 10
div_1 10 10
pow 30 30
pow_1 30 30
pow_2 30 30
pow_3 30 30
stack 4,30 4,30
float 4,30 4,30
pow_4 10 10
pow_5 10 10
pow_6 10 10
pow_7 10 10
stack_1 4,10 4,10
theta_b_fc 2,4 3,4
mm 2,30 3,30
theta_f_fc 2,4 3,4
einsum 2,10 3,10
x_1 2,30 3,30
season_fc 2,64 3,64
season_fc_1 2,64 3,64
season_theta 2,10 3,10
arange_2 5 5
float_1 5 5
outer 5,10 5,10
mul 5,10 5,10
cos 5,10 5,10
outer_1 5,10 5,10
mul_1 5,10 5,10
sin 5,10 5,10
S 10,10 10,10
mm_1 2,10 3,10
add 2,10 3,10
*/
