package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 32, 32}, name = "x")
@Forward("""
    x = self.pool(F.relu(self.conv1(x)))
    x = self.pool(F.relu(self.conv2(x)))
    x = torch.flatten(x, 1)  # flatten all dimensions except batch
    x = F.relu(self.fc1(x))
    x = F.relu(self.fc2(x))
    x = self.fc3(x)
    return x
    """)
class CifarTutorial {
  static class Block {}

  @Conv2d(in = 3, out = 6, k = 5) Block conv1;
  @MaxPool2d(k = 2) Block pool;
  @Conv2d(in = 6, out = 16, k = 5) Block conv2;
  @Linear(in = 400, out = 120) Block fc1;
  @Linear(in = 120, out = 84) Block fc2;
  @Linear(in = 84, out = 10) Block fc3;
}

/* PyTorch 1.13.0:
parameters 62006
sizes N=2 N=3
conv1 2,6,28,28 3,6,28,28
relu 2,6,28,28 3,6,28,28
pool 2,6,14,14 3,6,14,14
conv2 2,16,10,10 3,16,10,10
relu_1 2,16,10,10 3,16,10,10
pool_1 2,16,5,5 3,16,5,5
x_1 2,400 3,400
fc1 2,120 3,120
relu_2 2,120 3,120
fc2 2,84 3,84
relu_3 2,84 3,84
x_2 2,10 3,10
*/
