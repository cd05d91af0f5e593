package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {24, 200}, name = "x")
@Forward("""
    x = F.relu(self.tdnn1(x))
    x = F.relu(self.tdnn2(x))
    x = F.relu(self.tdnn3(x))
    x = F.relu(self.tdnn5(x))
    mean = torch.mean(x, 2)
    std = torch.std(x, 2)
    stat_pooling = torch.cat((mean, std), 1)
    x_vec = self.segment6(stat_pooling)
    x = F.normalize(x_vec)
    return self.output(x), x_vec
    """)
class XVector {
  static class Block {}

  @Conv1d(in = 24, out = 128, k = 5) Block tdnn1;
  @Conv1d(in = 128, out = 128, k = 3, d = 2) Block tdnn2;
  @Conv1d(in = 128, out = 128, k = 3, d = 3) Block tdnn3;
  @Conv1d(in = 128, out = 300, k = 1) Block tdnn5;
  @Linear(in = 600, out = 128) Block segment6;
  @Linear(in = 128, out = 50) Block output;
}

/* PyTorch 1.13.0:
parameters 236126
sizes N=2 N=3
tdnn1 2,128,196 3,128,196
relu 2,128,196 3,128,196
tdnn2 2,128,192 3,128,192
relu_1 2,128,192 3,128,192
tdnn3 2,128,186 3,128,186
relu_2 2,128,186 3,128,186
tdnn5 2,300,186 3,300,186
relu_3 2,300,186 3,300,186
mean 2,300 3,300
std 2,300 3,300
stat_pooling 2,600 3,600
x_vec 2,128 3,128
x_1 2,128 3,128
output 2,50 3,50
*/
