package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 28, 28}, name = "x")
@Forward("""
    x = self.conv1(x)
    x = F.relu(x)
    x = self.conv2(x)
    x = F.relu(x)
    x = F.max_pool2d(x, 2)
    x = self.dropout1(x)
    x = torch.flatten(x, 1)
    x = self.fc1(x)
    x = F.relu(x)
    x = self.dropout2(x)
    x = self.fc2(x)
    output = F.log_softmax(x, dim=1)
    return output
    """)
class MnistNet {
  static class Block {}

  @Conv2d(in = 1, out = 32, k = 3) Block conv1;
  @Conv2d(in = 32, out = 64, k = 3) Block conv2;
  @Dropout(0.25) Block dropout1;
  @Dropout Block dropout2;
  @Linear(in = 9216, out = 128) Block fc1;
  @Linear(in = 128, out = 10) Block fc2;
}

/* PyTorch 1.13.0:
parameters 1199882
sizes N=2 N=3
x_1 2,32,26,26 3,32,26,26
x_2 2,32,26,26 3,32,26,26
x_3 2,64,24,24 3,64,24,24
x_4 2,64,24,24 3,64,24,24
x_5 2,64,12,12 3,64,12,12
x_6 2,64,12,12 3,64,12,12
x_7 2,9216 3,9216
x_8 2,128 3,128
x_9 2,128 3,128
x_10 2,128 3,128
x_11 2,10 3,10
output 2,10 3,10
*/
