package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 32, 32}, name = "x")
@Forward("""
    x = F.relu(self.conv1(x)); x = F.relu(self.cccp1(x)); x = F.relu(self.cccp2(x))
    x = F.dropout(self.pool1(x), 0.5)
    x = self.lrn(x)
    x = F.relu(self.cccp3(F.relu(self.conv2(x))))
    x = self.pool2(x)
    x = self.conv3(x)
    x = F.avg_pool2d(x, kernel_size=x.size()[2:])
    return x.view(-1, 10)
    """)
class NetworkInNetwork {
  static class Block {}

  @Conv2d(in = 3, out = 192, k = 5, p = 2) Block conv1;
  @Conv2d(in = 192, out = 160, k = 1) Block cccp1;
  @Conv2d(in = 160, out = 96, k = 1) Block cccp2;
  @MaxPool2d(k = 3, s = 2, ceilMode = true) Block pool1;
  @Conv2d(in = 96, out = 192, k = 5, padding = Padding.SAME) Block conv2;
  @Conv2d(in = 192, out = 192, k = 1) Block cccp3;
  @AvgPool2d(k = 3, s = 2, ceilMode = true) Block pool2;
  @Conv2d(in = 192, out = 10, k = 3, p = 1) Block conv3;
  @LocalResponseNorm(5) Block lrn;
}

/* PyTorch 1.13.0:
parameters 576266
sizes N=2 N=3
conv1 2,192,32,32 3,192,32,32
relu 2,192,32,32 3,192,32,32
cccp1 2,160,32,32 3,160,32,32
relu_1 2,160,32,32 3,160,32,32
cccp2 2,96,32,32 3,96,32,32
relu_2 2,96,32,32 3,96,32,32
pool1 2,96,16,16 3,96,16,16
dropout 2,96,16,16 3,96,16,16
x_1 2,96,16,16 3,96,16,16
conv2 2,192,16,16 3,192,16,16
relu_3 2,192,16,16 3,192,16,16
cccp3 2,192,16,16 3,192,16,16
relu_4 2,192,16,16 3,192,16,16
x_2 2,192,8,8 3,192,8,8
x_3 2,10,8,8 3,10,8,8
x_4 2,10,1,1 3,10,1,1
view 2,10 3,10
*/
