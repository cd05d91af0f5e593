package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {24, 32, 48}, name = "p3_in")
@Input(value = {24, 16, 24}, name = "p4_in")
@Input(value = {24, 8, 12}, name = "p5_in")
@Params("epsilon = 0.0001")
@Forward("""
    def forward(self, p3_in, p4_in, p5_in):
        p4_w1 = self.p4_w1_relu(self.p4_w1)
        weight = p4_w1 / (torch.sum(p4_w1, dim=0) + self.epsilon)
        p5_up = F.interpolate(p5_in, scale_factor=2, mode="nearest")
        p4_up = self.conv4_up(self.swish(weight[0] * p4_in + weight[1] * p5_up))

        p3_w1 = F.relu(self.p3_w1)
        weight = p3_w1 / (torch.sum(p3_w1, dim=0) + self.epsilon)
        p3_out = self.conv3_up(self.swish(weight[0] * p3_in + weight[1] * F.interpolate(p4_up, size=p3_in.shape[2:])))

        p4_w2 = F.relu(self.p4_w2)
        weight = p4_w2 / (torch.sum(p4_w2, dim=0) + self.epsilon)
        p4_out = self.conv4_down(
            self.swish(weight[0] * p4_in + weight[1] * p4_up + weight[2] * self.p4_downsample(p3_out)))

        stacked = torch.stack([p5_in, F.max_pool2d(F.pad(p4_out, [0, 1, 0, 1]), 3, stride=2)], dim=-1)
        p5_out = torch.matmul(stacked, torch.softmax(self.p5_w2, dim=0).unsqueeze(dim=-1))
        p5_out = self.conv5_down(self.swish(torch.squeeze(p5_out, dim=-1)))
        return p3_out, p4_out, p5_out
    """)
class BiFpn {
  static class Block {}

  @Parameter({2}) Block p4_w1;
  @Parameter({2}) Block p3_w1;
  @Parameter({3}) Block p4_w2;
  @Parameter({2}) Block p5_w2;
  @Submodule(SeparableConv.class) Block conv4_up;
  @Submodule(SeparableConv.class) Block conv3_up;
  @Submodule(SeparableConv.class) Block conv4_down;
  @Submodule(SeparableConv.class) Block conv5_down;
  @MaxPool2d(k = 3, s = 2, p = 1) Block p4_downsample;
  @SiLU Block swish;
  @ReLU Block p4_w1_relu;

  @Params("")
  @Forward("""
      x = self.depthwise_conv(x)
      x = self.pointwise_conv(x)
      return self.bn(x)
      """)
  static class SeparableConv {
    @Conv2d(in = 24, out = 24, k = 3, p = 1, groups = 24, bias = false) Block depthwise_conv;
    @Conv2d(in = 24, out = 24, k = 1) Block pointwise_conv;
    @BatchNorm2d(24) Block bn;
  }
}

/* PyTorch 1.13.0:
parameters 3465
sizes N=2 N=3
p4_w1_1 2 2
sum () ()
add () ()
div 2 2
p5_up 2,24,16,24 3,24,16,24
getitem () ()
mul 2,24,16,24 3,24,16,24
getitem_1 () ()
mul_1 2,24,16,24 3,24,16,24
add_1 2,24,16,24 3,24,16,24
swish 2,24,16,24 3,24,16,24
x 2,24,16,24 3,24,16,24
x_1 2,24,16,24 3,24,16,24
conv4_up.bn 2,24,16,24 3,24,16,24
p3_w1_1 2 2
sum_1 () ()
add_2 () ()
div_1 2 2
getitem_2 () ()
mul_2 2,24,32,48 3,24,32,48
getitem_3 () ()
interpolate 2,24,32,48 3,24,32,48
mul_3 2,24,32,48 3,24,32,48
add_3 2,24,32,48 3,24,32,48
swish_1 2,24,32,48 3,24,32,48
x_2 2,24,32,48 3,24,32,48
x_3 2,24,32,48 3,24,32,48
conv3_up.bn 2,24,32,48 3,24,32,48
p4_w2_1 3 3
sum_2 () ()
add_4 () ()
div_2 3 3
getitem_4 () ()
mul_4 2,24,16,24 3,24,16,24
getitem_5 () ()
mul_5 2,24,16,24 3,24,16,24
add_5 2,24,16,24 3,24,16,24
getitem_6 () ()
p4_downsample 2,24,16,24 3,24,16,24
mul_6 2,24,16,24 3,24,16,24
add_6 2,24,16,24 3,24,16,24
swish_2 2,24,16,24 3,24,16,24
x_4 2,24,16,24 3,24,16,24
x_5 2,24,16,24 3,24,16,24
conv4_down.bn 2,24,16,24 3,24,16,24
pad 2,24,17,25 3,24,17,25
max_pool2d 2,24,8,12 3,24,8,12
stack 2,24,8,12,2 3,24,8,12,2
softmax 2 2
unsqueeze 2,1 2,1
matmul 2,24,8,12,1 3,24,8,12,1
squeeze 2,24,8,12 3,24,8,12
swish_3 2,24,8,12 3,24,8,12
x_6 2,24,8,12 3,24,8,12
x_7 2,24,8,12 3,24,8,12
conv5_down.bn 2,24,8,12 3,24,8,12
*/
