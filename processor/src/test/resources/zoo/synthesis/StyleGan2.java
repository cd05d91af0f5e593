package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 8, 12}, name = "input")
@Input(value = {64}, name = "style")
@Input(value = {1, 16, 24}, name = "noise")
@Params("demodulate = 1")
@Forward("""
    def forward(self, input, style, noise):
        style = style * torch.rsqrt(torch.mean(style ** 2, dim=1, keepdim=True) + 1e-8)
        batch, in_channel, height, width = input.shape
        style = self.modulation(style).view(batch, 1, in_channel, 1, 1)
        weight = 0.05 * self.weight * style
        demod = torch.rsqrt(weight.pow(2).sum([2, 3, 4]) + 1e-8)
        weight = weight * demod.view(batch, 24, 1, 1, 1)

        weight = weight.view(batch * 24, in_channel, 3, 3)
        input = input.view(1, batch * in_channel, height, width)
        weight = weight.view(batch, 24, in_channel, 3, 3)
        weight = weight.transpose(1, 2).reshape(batch * in_channel, 24, 3, 3)
        out = F.conv_transpose2d(input, weight, padding=0, stride=2, groups=batch)
        _, _, height, width = out.shape
        out = out.view(batch, 24, height, width)

        # blur: upfirdn2d
        kernel = self.kernel / self.kernel.sum()
        _, channel, in_h, in_w = out.shape
        out = out.reshape(-1, in_h, in_w, 1)
        _, in_h, in_w, minor = out.shape
        out = out.permute(0, 3, 1, 2)
        out = F.pad(out, [1, 1, 1, 1])
        out = out.reshape([-1, 1, in_h + 2, in_w + 2])
        w = torch.flip(kernel, [0, 1]).view(1, 1, 4, 4)
        out = F.conv2d(out, w)
        out = out.view(-1, channel, in_h - 1, in_w - 1)

        out = out + self.noise_weight * noise
        out = F.leaky_relu(out + self.bias, negative_slope=0.2) * 2 ** 0.5

        # minibatch standard deviation
        stddev = torch.sqrt(out.var(0, unbiased=False) + 1e-8)
        stddev = stddev.mean([0, 1, 2], keepdims=True)
        stddev = stddev.repeat(batch, 1, out.shape[2], out.shape[3])
        return torch.tanh(self.to_rgb(out)), torch.cat([out, stddev], 1)
    """)
class StyleGan2 {
  static class Block {}

  @Parameter({1, 24, 32, 3, 3}) Block weight;
  @Parameter({1}) Block noise_weight;
  @Parameter({1, 24, 1, 1}) Block bias;
  @Buffer({4, 4}) Block kernel;
  @Linear(in = 64, out = 32) Block modulation;
  @Conv2d(in = 24, out = 3, k = 1) Block to_rgb;
}

/* PyTorch 1.13.0:
parameters 9092
sizes N=2 N=3
pow 2,64 3,64
mean 2,1 3,1
add 2,1 3,1
rsqrt 2,1 3,1
mul 2,64 3,64
modulation 2,32 3,32
view 2,1,32,1,1 3,1,32,1,1
mul_1 1,24,32,3,3 1,24,32,3,3
mul_2 2,24,32,3,3 3,24,32,3,3
pow_1 2,24,32,3,3 3,24,32,3,3
sum 2,24 3,24
add_1 2,24 3,24
rsqrt_1 2,24 3,24
view_1 2,24,1,1,1 3,24,1,1,1
mul_3 2,24,32,3,3 3,24,32,3,3
weight_1 48,32,3,3 72,32,3,3
input_1 1,64,8,12 1,96,8,12
weight_2 2,24,32,3,3 3,24,32,3,3
transpose 2,32,24,3,3 3,32,24,3,3
reshape 64,24,3,3 96,24,3,3
out 1,48,17,25 1,72,17,25
out_1 2,24,17,25 3,24,17,25
sum_1 () ()
div 4,4 4,4
out_2 48,17,25,1 72,17,25,1
out_3 48,1,17,25 72,1,17,25
out_4 48,1,19,27 72,1,19,27
out_5 48,1,19,27 72,1,19,27
flip 4,4 4,4
view_2 1,1,4,4 1,1,4,4
out_6 48,1,16,24 72,1,16,24
out_7 2,24,16,24 3,24,16,24
mul_4 2,1,16,24 3,1,16,24
add_2 2,24,16,24 3,24,16,24
add_3 2,24,16,24 3,24,16,24
leaky_relu 2,24,16,24 3,24,16,24
mul_5 2,24,16,24 3,24,16,24
var 24,16,24 24,16,24
add_4 24,16,24 24,16,24
sqrt 24,16,24 24,16,24
stddev 1,1,1 1,1,1
stddev_1 2,1,16,24 3,1,16,24
to_rgb 2,3,16,24 3,3,16,24
tanh 2,3,16,24 3,3,16,24
cat 2,25,16,24 3,25,16,24
*/
