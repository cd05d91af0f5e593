package zoo.points;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {16, 12, 10}, name = "x")
@Forward("""
    t = torch.ones_like(x[:, :1, :, :]) * 0.5
    k1 = self.norm2(self.conv1(torch.cat([t, F.relu(self.norm1(x))], 1)))
    y = x + 0.5 * k1
    k2 = self.norm2(self.conv1(torch.cat([t, F.relu(self.norm1(y))], 1)))
    y = x + (k1 + 2 * k2) / 6.0
    error = torch.norm(k2 - k1, dim=1)
    return y, error
    """)
class NeuralOdeStep {
  static class Block {}

  @GroupNorm(groups = 8, channels = 16) Block norm1;
  @Conv2d(in = 17, out = 16, k = 3, p = 1) Block conv1;
  @GroupNorm(groups = 16, channels = 16) Block norm2;
}

/* PyTorch 1.13.0:
parameters 2528
sizes N=2 N=3
getitem 2,1,12,10 3,1,12,10
ones_like 2,1,12,10 3,1,12,10
mul 2,1,12,10 3,1,12,10
norm1 2,16,12,10 3,16,12,10
relu 2,16,12,10 3,16,12,10
cat 2,17,12,10 3,17,12,10
conv1 2,16,12,10 3,16,12,10
norm2 2,16,12,10 3,16,12,10
mul_1 2,16,12,10 3,16,12,10
add 2,16,12,10 3,16,12,10
norm1_1 2,16,12,10 3,16,12,10
relu_1 2,16,12,10 3,16,12,10
cat_1 2,17,12,10 3,17,12,10
conv1_1 2,16,12,10 3,16,12,10
norm2_1 2,16,12,10 3,16,12,10
mul_2 2,16,12,10 3,16,12,10
add_1 2,16,12,10 3,16,12,10
div 2,16,12,10 3,16,12,10
add_2 2,16,12,10 3,16,12,10
sub 2,16,12,10 3,16,12,10
norm 2,12,10 3,12,10
*/
