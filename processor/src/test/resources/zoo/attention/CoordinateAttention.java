package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 12, 20}, name = "x")
@Forward("""
    identity = x
    n, c, h, w = x.size()
    x_h = self.pool_h(x)
    x_w = self.pool_w(x).permute(0, 1, 3, 2)
    y = torch.cat([x_h, x_w], dim=2)
    y = self.act(self.bn1(self.conv1(y)))
    x_h, x_w = torch.split(y, [h, w], dim=2)
    x_w = x_w.permute(0, 1, 3, 2)
    a_h = self.conv_h(x_h).sigmoid()
    a_w = self.conv_w(x_w).sigmoid()
    out = identity * a_w * a_h

    # ECA
    y = F.adaptive_avg_pool2d(out, 1)
    y = self.eca(y.squeeze(-1).transpose(-1, -2)).transpose(-1, -2).unsqueeze(-1)
    out = out * torch.sigmoid(y).expand_as(out)

    # GCNet
    batch, channel, height, width = out.size()
    input_x = out.view(batch, channel, height * width).unsqueeze(1)
    context_mask = self.conv_mask(out).view(batch, 1, height * width)
    context_mask = F.softmax(context_mask, dim=2).unsqueeze(-1)
    context = torch.matmul(input_x, context_mask).view(batch, channel, 1, 1)
    out = out + self.channel_up(self.channel_add(context))

    # triplet attention's Z pool
    x_perm = out.permute(0, 2, 1, 3).contiguous()
    z = torch.cat((torch.max(x_perm, 1)[0].unsqueeze(1), torch.mean(x_perm, 1).unsqueeze(1)), dim=1)
    return out, z
    """)
class CoordinateAttention {
  static class Block {}

  @AdaptiveAvgPool2d({-1, 1}) Block pool_h;
  @AdaptiveAvgPool2d({1, -1}) Block pool_w;
  @Conv2d(in = 32, out = 8, k = 1) Block conv1;
  @BatchNorm2d(8) Block bn1;
  @Hardswish Block act;
  @Conv2d(in = 8, out = 32, k = 1) Block conv_h;
  @Conv2d(in = 8, out = 32, k = 1) Block conv_w;
  @Conv1d(in = 1, out = 1, k = 3, p = 1, bias = false) Block eca;
  @Conv2d(in = 32, out = 1, k = 1) Block conv_mask;
  @Conv2d(in = 32, out = 8, k = 1) @LayerNorm({8, 1, 1}) @ReLU Block channel_add;
  @Conv2d(in = 8, out = 32, k = 1) Block channel_up;
}

/* PyTorch 1.13.0:
parameters 1460
sizes N=2 N=3
x_h 2,32,12,1 3,32,12,1
pool_w 2,32,1,20 3,32,1,20
permute 2,32,20,1 3,32,20,1
y 2,32,32,1 3,32,32,1
conv1 2,8,32,1 3,8,32,1
bn1 2,8,32,1 3,8,32,1
act 2,8,32,1 3,8,32,1
split 2,8,12,1;2,8,20,1; 3,8,12,1;3,8,20,1;
x_w 2,8,1,20 3,8,1,20
conv_h 2,32,12,1 3,32,12,1
sigmoid 2,32,12,1 3,32,12,1
conv_w 2,32,1,20 3,32,1,20
sigmoid_1 2,32,1,20 3,32,1,20
mul 2,32,12,20 3,32,12,20
mul_1 2,32,12,20 3,32,12,20
y_1 2,32,1,1 3,32,1,1
squeeze 2,32,1 3,32,1
transpose 2,1,32 3,1,32
eca 2,1,32 3,1,32
transpose_1 2,32,1 3,32,1
unsqueeze 2,32,1,1 3,32,1,1
sigmoid_2 2,32,1,1 3,32,1,1
expand_as 2,32,12,20 3,32,12,20
mul_2 2,32,12,20 3,32,12,20
view 2,32,240 3,32,240
unsqueeze_1 2,1,32,240 3,1,32,240
conv_mask 2,1,12,20 3,1,12,20
view_1 2,1,240 3,1,240
softmax 2,1,240 3,1,240
unsqueeze_2 2,1,240,1 3,1,240,1
matmul 2,1,32,1 3,1,32,1
view_2 2,32,1,1 3,32,1,1
channel_add 2,8,1,1 3,8,1,1
channel_add_1 2,8,1,1 3,8,1,1
channel_add_2 2,8,1,1 3,8,1,1
channel_up 2,32,1,1 3,32,1,1
add 2,32,12,20 3,32,12,20
permute_1 2,12,32,20 3,12,32,20
contiguous 2,12,32,20 3,12,32,20
max 2,32,20;2,32,20; 3,32,20;3,32,20;
unsqueeze_3 2,1,32,20 3,1,32,20
mean 2,32,20 3,32,20
unsqueeze_4 2,1,32,20 3,1,32,20
cat 2,2,32,20 3,2,32,20
*/
