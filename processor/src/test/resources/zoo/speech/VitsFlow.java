package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {48, 30}, name = "x")
@Input(value = {30}, name = "mask")
@Input(value = {24, 30}, name = "m_p")
@Input(value = {24, 30}, name = "logs_p")
@Params("half_channels = 12")
@Forward("""
    def forward(self, x, mask, m_p, logs_p):
        x_mask = torch.unsqueeze(mask, 1).to(x.dtype)
        x = self.pre(x) * x_mask
        x_in = self.in_layer(x)
        g_l = torch.zeros_like(x_in)
        in_act = x_in + g_l
        n_channels_int = 32
        t_act = torch.tanh(in_act[:, :n_channels_int, :])
        s_act = torch.sigmoid(in_act[:, n_channels_int:, :])
        acts = t_act * s_act
        res_skip_acts = self.res_skip(acts)
        res_acts = res_skip_acts[:, :32, :]
        x = (x + res_acts) * x_mask
        stats = self.proj(x) * x_mask
        m, logs = torch.split(stats, 24, dim=1)
        z = (m + torch.randn_like(m) * torch.exp(logs)) * x_mask

        x0, x1 = torch.split(z, [self.half_channels] * 2, 1)
        h = self.flow_pre(x0) * x_mask
        m = self.flow_post(h) * x_mask
        x1 = m + x1 * x_mask
        z_p = torch.flip(torch.cat([x0, x1], 1), [1])

        kl = logs_p - logs - 0.5
        kl += 0.5 * ((z_p - m_p)**2) * torch.exp(-2. * logs_p)
        kl = torch.sum(kl * x_mask)
        l = kl / torch.sum(x_mask)

        # neg_cent of the aligner
        s_p_sq_r = torch.exp(-2 * logs_p)
        neg_cent1 = torch.sum(-0.5 * math.log(2 * math.pi) - logs_p, [1], keepdim=True)
        neg_cent2 = torch.matmul(-0.5 * (z_p ** 2).transpose(1, 2), s_p_sq_r)
        neg_cent3 = torch.matmul(z_p.transpose(1, 2), (m_p * s_p_sq_r))
        neg_cent = neg_cent1.transpose(1, 2) + neg_cent2 + neg_cent3
        return l, neg_cent
    """)
class VitsFlow {
  static class Block {}

  @Conv1d(in = 48, out = 32, k = 1) Block pre;
  @Conv1d(in = 32, out = 48, k = 1) Block proj;
  @Conv1d(in = 32, out = 64, k = 5, p = 2) Block in_layer;
  @Conv1d(in = 32, out = 64, k = 1) Block res_skip;
  @Conv1d(in = 12, out = 32, k = 1) Block flow_pre;
  @Conv1d(in = 32, out = 12, k = 1) Block flow_post;
}

/* PyTorch 1.13.0:
parameters 16380
sizes N=2 N=3
unsqueeze 2,1,30 3,1,30
to 2,1,30 3,1,30
pre 2,32,30 3,32,30
mul 2,32,30 3,32,30
x_in 2,64,30 3,64,30
g_l 2,64,30 3,64,30
in_act 2,64,30 3,64,30
getitem 2,32,30 3,32,30
tanh 2,32,30 3,32,30
getitem_1 2,32,30 3,32,30
sigmoid 2,32,30 3,32,30
acts 2,32,30 3,32,30
res_skip_acts 2,64,30 3,64,30
res_acts 2,32,30 3,32,30
add 2,32,30 3,32,30
mul_1 2,32,30 3,32,30
proj 2,48,30 3,48,30
mul_2 2,48,30 3,48,30
split 2,24,30;2,24,30; 3,24,30;3,24,30;
randn_like 2,24,30 3,24,30
exp 2,24,30 3,24,30
mul_3 2,24,30 3,24,30
add_1 2,24,30 3,24,30
mul_4 2,24,30 3,24,30
split_1 2,12,30;2,12,30; 3,12,30;3,12,30;
flow_pre 2,32,30 3,32,30
mul_5 2,32,30 3,32,30
flow_post 2,12,30 3,12,30
mul_6 2,12,30 3,12,30
mul_7 2,12,30 3,12,30
add_2 2,12,30 3,12,30
cat 2,24,30 3,24,30
flip 2,24,30 3,24,30
sub 2,24,30 3,24,30
sub_1 2,24,30 3,24,30
sub_2 2,24,30 3,24,30
pow 2,24,30 3,24,30
mul_8 2,24,30 3,24,30
mul_9 2,24,30 3,24,30
exp_1 2,24,30 3,24,30
mul_10 2,24,30 3,24,30
add_ 2,24,30 3,24,30
mul_11 2,24,30 3,24,30
sum () ()
sum_1 () ()
div () ()
mul_12 2,24,30 3,24,30
exp_2 2,24,30 3,24,30
sub_3 2,24,30 3,24,30
sum_2 2,1,30 3,1,30
pow_1 2,24,30 3,24,30
transpose 2,30,24 3,30,24
mul_13 2,30,24 3,30,24
matmul 2,30,30 3,30,30
transpose_1 2,30,24 3,30,24
mul_14 2,24,30 3,24,30
matmul_1 2,30,30 3,30,30
transpose_2 2,30,1 3,30,1
add_3 2,30,30 3,30,30
add_4 2,30,30 3,30,30
*/
