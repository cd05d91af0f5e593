package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 8000}, name = "x")
@Forward("""
    x = self.conv1(x)
    x = F.relu(self.bn1(x))
    x = self.pool1(x)
    x = self.conv2(x)
    x = F.relu(self.bn2(x))
    x = self.pool2(x)
    x = self.conv3(x)
    x = F.relu(self.bn3(x))
    x = self.pool3(x)
    x = F.avg_pool1d(x, x.shape[-1])
    x = x.permute(0, 2, 1)
    x = self.fc1(x)
    return F.log_softmax(x, dim=2)
    """)
class M5 {
  static class Block {}

  @Conv1d(in = 1, out = 32, k = 80, s = 16) Block conv1;
  @BatchNorm1d(32) Block bn1;
  @MaxPool1d(k = 4) Block pool1;
  @Conv1d(in = 32, out = 32, k = 3) Block conv2;
  @BatchNorm1d(32) Block bn2;
  @MaxPool1d(k = 4) Block pool2;
  @Conv1d(in = 32, out = 64, k = 3) Block conv3;
  @BatchNorm1d(64) Block bn3;
  @MaxPool1d(k = 4) Block pool3;
  @Linear(in = 64, out = 35) Block fc1;
}

/* PyTorch 1.13.0:
parameters 14435
sizes N=2 N=3
x_1 2,32,496 3,32,496
bn1 2,32,496 3,32,496
relu 2,32,496 3,32,496
x_2 2,32,124 3,32,124
x_3 2,32,122 3,32,122
bn2 2,32,122 3,32,122
relu_1 2,32,122 3,32,122
x_4 2,32,30 3,32,30
x_5 2,64,28 3,64,28
bn3 2,64,28 3,64,28
relu_2 2,64,28 3,64,28
x_6 2,64,7 3,64,7
x_7 2,64,1 3,64,1
x_8 2,1,64 3,1,64
x_9 2,1,35 3,1,35
log_softmax 2,1,35 3,1,35
*/
