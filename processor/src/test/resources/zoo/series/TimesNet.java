package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {60, 16}, name = "x")
@Forward("""
    B, T, N = x.size()
    xf = torch.fft.rfft(x, dim=1)
    frequency_list = abs(xf).mean(0).mean(-1)
    period_weight = abs(xf).mean(-1)[:, :2]
    period = 14
    length = (T // period + 1) * period
    padding = torch.zeros([x.shape[0], length - T, x.shape[2]]).to(x.device)
    out = torch.cat([x, padding], dim=1)
    out = out.reshape(B, length // period, period, N).permute(0, 3, 1, 2).contiguous()
    out = self.conv_out(self.conv(out))
    out = out.permute(0, 2, 3, 1).reshape(B, -1, N)
    res = torch.stack([out[:, :T, :], x], dim=-1)
    period_weight = F.softmax(period_weight, dim=1)
    period_weight = period_weight.unsqueeze(1).unsqueeze(1).repeat(1, T, N, 1)
    res = torch.sum(res * period_weight, -1)
    return res + x, frequency_list
    """)
class TimesNet {
  static class Block {}

  @Conv2d(in = 16, out = 24, k = {1, 5}, p = {0, 2}) @GELU Block conv;
  @Conv2d(in = 24, out = 16, k = 3, p = 1) Block conv_out;
}

/* PyTorch 1.13.0:
parameters 5416
sizes N=2 N=3
xf 2,31,16 3,31,16
abs 2,31,16 3,31,16
mean 31,16 31,16
mean_1 31 31
abs_1 2,31,16 3,31,16
mean_2 2,31 3,31
getitem 2,2 3,2
zeros 2,10,16 3,10,16
to 2,10,16 3,10,16
out 2,70,16 3,70,16
reshape 2,5,14,16 3,5,14,16
permute 2,16,5,14 3,16,5,14
contiguous 2,16,5,14 3,16,5,14
conv 2,24,5,14 3,24,5,14
conv_1 2,24,5,14 3,24,5,14
conv_out 2,16,5,14 3,16,5,14
permute_1 2,5,14,16 3,5,14,16
reshape_1 2,70,16 3,70,16
getitem_1 2,60,16 3,60,16
stack 2,60,16,2 3,60,16,2
period_weight 2,2 3,2
unsqueeze 2,1,2 3,1,2
unsqueeze_1 2,1,1,2 3,1,1,2
repeat 2,60,16,2 3,60,16,2
mul 2,60,16,2 3,60,16,2
sum 2,60,16 3,60,16
add 2,60,16 3,60,16
*/
