package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 1000}, name = "x")
@Params("period = 7")
@Forward("""
    fmap = []
    wave = x
    # 1d to 2d
    b, c, t = x.shape
    n_pad = self.period - (t % self.period)
    x = F.pad(x, (0, n_pad), "reflect")
    t = t + n_pad
    x = x.view(b, c, t // self.period, self.period)
    x = F.leaky_relu(self.conv1(x), 0.1)
    fmap.append(x)
    x = F.leaky_relu(self.conv2(x), 0.1)
    fmap.append(x)
    x = self.conv_post(x)
    fmap.append(x)
    x = torch.flatten(x, 1, -1)
    s = self.meanpool(self.meanpool(wave))
    s = torch.flatten(self.scale_post(F.leaky_relu(self.scale(s), 0.1)), 1, -1)
    return x, s, fmap
    """)
class PeriodDiscriminator {
  static class Block {}

  @Conv2d(in = 1, out = 8, k = {5, 1}, s = {3, 1}, p = {2, 0}) Block conv1;
  @Conv2d(in = 8, out = 16, k = {5, 1}, s = {3, 1}, p = {2, 0}) Block conv2;
  @Conv2d(in = 16, out = 1, k = {3, 1}, p = {1, 0}) Block conv_post;
  @AvgPool1d(k = 4, s = 2, p = 2) Block meanpool;
  @Conv1d(in = 1, out = 16, k = 15, p = 7) Block scale;
  @Conv1d(in = 16, out = 1, k = 41, s = 4, p = 20) Block scale_post;
}

/* PyTorch 1.13.0:
parameters 1666
sizes N=2 N=3
x_1 2,1,1001 3,1,1001
x_2 2,1,143,7 3,1,143,7
conv1 2,8,48,7 3,8,48,7
leaky_relu 2,8,48,7 3,8,48,7
conv2 2,16,16,7 3,16,16,7
leaky_relu_1 2,16,16,7 3,16,16,7
x_3 2,1,16,7 3,1,16,7
x_4 2,112 3,112
meanpool 2,1,501 3,1,501
meanpool_1 2,1,251 3,1,251
scale 2,16,251 3,16,251
leaky_relu_2 2,16,251 3,16,251
scale_post 2,1,63 3,1,63
flatten 2,63 3,63
*/
