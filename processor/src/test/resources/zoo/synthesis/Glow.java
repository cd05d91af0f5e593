package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 16, 24}, name = "input")
@Forward("""
    b_size, n_channel, height, width = input.shape
    squeezed = input.view(b_size, n_channel, height // 2, 2, width // 2, 2)
    squeezed = squeezed.permute(0, 1, 3, 5, 2, 4)
    out = squeezed.contiguous().view(b_size, n_channel * 4, height // 2, width // 2)
    _, _, height, width = out.shape
    log_abs = torch.log(torch.abs(self.scale))
    logdet = height * width * torch.sum(log_abs)
    out = self.scale * (out + self.loc)
    out = F.conv2d(out, self.weight.unsqueeze(2).unsqueeze(3))
    logdet = logdet + height * width * torch.slogdet(self.weight.double())[1].float()
    in_a, in_b = out.chunk(2, 1)
    h = F.pad(self.net(in_a), [1, 1, 1, 1], value=1)
    log_s, t = (self.zero_conv(h) * torch.exp(self.zero_scale * 3)).chunk(2, 1)
    s = torch.sigmoid(log_s + 2)
    out_b = (in_b + t) * s
    det = torch.sum(torch.log(s).view(input.shape[0], -1), 1)
    out = torch.cat([in_a, out_b], 1)
    out, z_new = out.chunk(2, 1)
    mean, log_sd = self.prior(out).chunk(2, 1)
    log_p = -0.5 * math.log(2 * math.pi) - log_sd - 0.5 * (z_new - mean) ** 2 / torch.exp(2 * log_sd)
    log_p = log_p.view(b_size, -1).sum(1)
    return out, log_p + logdet + det
    """)
class Glow {
  static class Block {}

  @Parameter({1, 12, 1, 1}) Block loc;
  @Parameter({1, 12, 1, 1}) Block scale;
  @Parameter({12, 12}) Block weight;
  @Parameter({1, 12, 1, 1}) Block zero_scale;
  @Conv2d(in = 6, out = 32, k = 3, p = 1) @ReLU Block net;
  @Conv2d(in = 32, out = 12, k = 3) Block zero_conv;
  @Conv2d(in = 6, out = 12, k = 3, p = 1) Block prior;
}

/* PyTorch 1.13.0:
parameters 6068
sizes N=2 N=3
squeezed 2,3,8,2,12,2 3,3,8,2,12,2
squeezed_1 2,3,2,2,8,12 3,3,2,2,8,12
contiguous 2,3,2,2,8,12 3,3,2,2,8,12
view 2,12,8,12 3,12,8,12
abs 1,12,1,1 1,12,1,1
log 1,12,1,1 1,12,1,1
sum () ()
mul () ()
add 2,12,8,12 3,12,8,12
mul_1 2,12,8,12 3,12,8,12
unsqueeze 12,12,1 12,12,1
unsqueeze_1 12,12,1,1 12,12,1,1
conv2d 2,12,8,12 3,12,8,12
double 12,12 12,12
slogdet ();(); ();();
float () ()
mul_2 () ()
add_1 () ()
chunk 2,6,8,12;2,6,8,12; 3,6,8,12;3,6,8,12;
net 2,32,8,12 3,32,8,12
net_1 2,32,8,12 3,32,8,12
pad 2,32,10,14 3,32,10,14
zero_conv 2,12,8,12 3,12,8,12
mul_3 1,12,1,1 1,12,1,1
exp 1,12,1,1 1,12,1,1
mul_4 2,12,8,12 3,12,8,12
chunk_1 2,6,8,12;2,6,8,12; 3,6,8,12;3,6,8,12;
add_2 2,6,8,12 3,6,8,12
sigmoid 2,6,8,12 3,6,8,12
add_3 2,6,8,12 3,6,8,12
mul_5 2,6,8,12 3,6,8,12
log_1 2,6,8,12 3,6,8,12
view_1 2,576 3,576
sum_1 2 3
out 2,12,8,12 3,12,8,12
chunk_2 2,6,8,12;2,6,8,12; 3,6,8,12;3,6,8,12;
prior 2,12,8,12 3,12,8,12
chunk_3 2,6,8,12;2,6,8,12; 3,6,8,12;3,6,8,12;
sub 2,6,8,12 3,6,8,12
sub_1 2,6,8,12 3,6,8,12
pow 2,6,8,12 3,6,8,12
mul_6 2,6,8,12 3,6,8,12
mul_7 2,6,8,12 3,6,8,12
exp_1 2,6,8,12 3,6,8,12
div 2,6,8,12 3,6,8,12
sub_2 2,6,8,12 3,6,8,12
view_2 2,576 3,576
sum_2 2 3
add_4 2 3
add_5 2 3
*/
