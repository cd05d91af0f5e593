package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {64, 50}, name = "x")
@Params("width = 16")
@Forward("""
    residual = x
    out = F.relu(self.bn1(self.conv1(x)))
    spx = torch.split(out, self.width, 1)
    sp = self.conv_a(spx[0])
    out = sp
    sp = self.conv_b(sp + spx[1])
    out = torch.cat((out, sp), 1)
    sp = self.conv_c(sp + spx[2])
    out = torch.cat((out, sp), 1)
    out = torch.cat((out, spx[3]), 1)
    out = out * self.se(out)
    x = F.relu(out + residual)
    t = x.size()[-1]
    global_x = torch.cat((x, torch.mean(x, dim=2, keepdim=True).repeat(1, 1, t), torch.sqrt(torch.var(x, dim=2, keepdim=True).clamp(min=1e-4)).repeat(1, 1, t)), dim=1)
    w = self.attention(global_x)
    mu = torch.sum(x * w, dim=2)
    sg = torch.sqrt((torch.sum((x**2) * w, dim=2) - mu**2).clamp(min=1e-4))
    x = torch.cat((mu, sg), 1)
    x = self.fc6(self.bn5(x))
    cosine = F.linear(F.normalize(x), F.normalize(self.weight))
    sine = torch.sqrt((1.0 - torch.mul(cosine, cosine)).clamp(0, 1))
    phi = cosine * math.cos(0.2) - sine * math.sin(0.2)
    return torch.where((cosine - math.cos(math.pi - 0.2)) > 0, phi, cosine - math.sin(math.pi - 0.2) * 0.2)
    """)
class EcapaBlock {
  static class Block {}

  @Parameter({100, 24}) Block weight;
  @Conv1d(in = 64, out = 64, k = 1) Block conv1;
  @BatchNorm1d(64) Block bn1;
  @Conv1d(in = 16, out = 16, k = 3, p = 2, d = 2) Block conv_a;
  @Conv1d(in = 16, out = 16, k = 3, p = 2, d = 2) Block conv_b;
  @Conv1d(in = 16, out = 16, k = 3, p = 2, d = 2) Block conv_c;
  @Submodule(Layers.class) Block se;
  @Submodule(Layers2.class) Block attention;
  @BatchNorm1d(128) Block bn5;
  @Linear(in = 128, out = 24) Block fc6;

  @Params("")
  static class Layers {
    @AdaptiveAvgPool1d(1) Block l0;
    @Conv1d(in = 64, out = 16, k = 1) Block l1;
    @ReLU Block l2;
    @BatchNorm1d(16) Block l3;
    @Conv1d(in = 16, out = 64, k = 1) Block l4;
    @Sigmoid Block l5;
  }

  @Params("")
  static class Layers2 {
    @Conv1d(in = 192, out = 32, k = 1) Block l0;
    @ReLU Block l1;
    @BatchNorm1d(32) Block l2;
    @Tanh Block l3;
    @Conv1d(in = 32, out = 64, k = 1) Block l4;
    @Softmax(dim = 2) Block l5;
  }
}

/* PyTorch 1.13.0:
parameters 22904
sizes N=2 N=3
conv1 2,64,50 3,64,50
bn1 2,64,50 3,64,50
relu 2,64,50 3,64,50
spx 2,16,50;2,16,50;2,16,50;2,16,50; 3,16,50;3,16,50;3,16,50;3,16,50;
sp 2,16,50 3,16,50
add 2,16,50 3,16,50
conv_b 2,16,50 3,16,50
out 2,32,50 3,32,50
add_1 2,16,50 3,16,50
conv_c 2,16,50 3,16,50
out_1 2,48,50 3,48,50
out_2 2,64,50 3,64,50
se.l0 2,64,1 3,64,1
se.l1 2,16,1 3,16,1
se.l2 2,16,1 3,16,1
se.l3 2,16,1 3,16,1
se.l4 2,64,1 3,64,1
se.l5 2,64,1 3,64,1
mul 2,64,50 3,64,50
add_2 2,64,50 3,64,50
relu_1 2,64,50 3,64,50
mean 2,64,1 3,64,1
repeat 2,64,50 3,64,50
var 2,64,1 3,64,1
clamp 2,64,1 3,64,1
sqrt 2,64,1 3,64,1
repeat_1 2,64,50 3,64,50
cat 2,192,50 3,192,50
attention.l0 2,32,50 3,32,50
attention.l1 2,32,50 3,32,50
attention.l2 2,32,50 3,32,50
attention.l3 2,32,50 3,32,50
attention.l4 2,64,50 3,64,50
attention.l5 2,64,50 3,64,50
mul_1 2,64,50 3,64,50
sum 2,64 3,64
pow 2,64,50 3,64,50
mul_2 2,64,50 3,64,50
sum_1 2,64 3,64
pow_1 2,64 3,64
sub 2,64 3,64
clamp_1 2,64 3,64
sqrt_1 2,64 3,64
x_1 2,128 3,128
bn5 2,128 3,128
fc6 2,24 3,24
normalize 2,24 3,24
normalize_1 100,24 100,24
linear 2,100 3,100
mul_3 2,100 3,100
sub_1 2,100 3,100
clamp_2 2,100 3,100
sqrt_2 2,100 3,100
mul_4 2,100 3,100
mul_5 2,100 3,100
sub_2 2,100 3,100
sub_3 2,100 3,100
gt 2,100 3,100
sub_4 2,100 3,100
where 2,100 3,100
*/
