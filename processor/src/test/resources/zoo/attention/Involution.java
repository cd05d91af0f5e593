package zoo.attention;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 14, 18}, name = "x")
@Params("group_channels = 8, groups = 4")
@Forward("""
    weight = self.span(self.reduce(x))
    b, c, h, w = weight.shape
    weight = weight.view(b, self.groups, 7 ** 2, h, w).unsqueeze(2)
    out = self.unfold(x).view(b, self.groups, self.group_channels, 7 ** 2, h, w)
    x = (weight * out).sum(dim=3).view(b, 32, h, w)

    # Dynamic convolution: Attention over Convolution Kernels
    attention = self.fc2(F.relu(self.fc1(self.avgpool(x)))).view(x.size(0), -1)
    softmax_attention = F.softmax(attention / 34, 1)
    batch_size, in_planes, height, width = x.size()
    x = x.view(1, -1, height, width)
    weight = self.weight.view(4, -1)
    aggregate_weight = torch.mm(softmax_attention, weight).view(-1, 32, 3, 3)
    aggregate_bias = torch.mm(softmax_attention, self.bias).view(-1)
    output = F.conv2d(x, weight=aggregate_weight, bias=aggregate_bias, stride=1, padding=1, dilation=1, groups=1 * batch_size)
    output = output.view(batch_size, 40, output.size(-2), output.size(-1))
    return output
    """)
class Involution {
  static class Block {}

  @Parameter({4, 40, 32, 3, 3}) Block weight;
  @Parameter({4, 40}) Block bias;
  @Conv2d(in = 32, out = 8, k = 1) @BatchNorm2d(8) @ReLU Block reduce;
  @Conv2d(in = 8, out = 196, k = 1) Block span;
  @Unfold(k = 7, p = 3) Block unfold;
  @AdaptiveAvgPool2d(1) Block avgpool;
  @Conv2d(in = 32, out = 16, k = 1, bias = false) Block fc1;
  @Conv2d(in = 16, out = 4, k = 1) Block fc2;
}

/* PyTorch 1.13.0:
parameters 48864
sizes N=2 N=3
reduce 2,8,14,18 3,8,14,18
reduce_1 2,8,14,18 3,8,14,18
reduce_2 2,8,14,18 3,8,14,18
span 2,196,14,18 3,196,14,18
view 2,4,49,14,18 3,4,49,14,18
unsqueeze 2,4,1,49,14,18 3,4,1,49,14,18
unfold 2,1568,252 3,1568,252
view_1 2,4,8,49,14,18 3,4,8,49,14,18
mul 2,4,8,49,14,18 3,4,8,49,14,18
sum 2,4,8,14,18 3,4,8,14,18
view_2 2,32,14,18 3,32,14,18
avgpool 2,32,1,1 3,32,1,1
fc1 2,16,1,1 3,16,1,1
relu 2,16,1,1 3,16,1,1
fc2 2,4,1,1 3,4,1,1
view_3 2,4 3,4
div 2,4 3,4
softmax 2,4 3,4
x_1 1,64,14,18 1,96,14,18
weight_1 4,11520 4,11520
mm 2,11520 3,11520
view_4 80,32,3,3 120,32,3,3
mm_1 2,40 3,40
view_5 80 120
output 1,80,14,18 1,120,14,18
output_1 2,40,14,18 3,40,14,18
*/
