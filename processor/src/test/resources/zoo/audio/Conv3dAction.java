package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 16, 56, 64}, name = "x")
@Forward("""
    h = F.relu(self.conv1(x))
    h = self.pool1(h)
    h = F.relu(self.conv2(h))
    h = self.pool2(h)
    h = h.view(-1, 64 * 8 * 15 * 17)
    return self.fc6(h)
    """)
class Conv3dAction {
  static class Block {}

  @Conv3d(in = 3, out = 32, k = 3, p = 1) Block conv1;
  @MaxPool3d(k = {1, 2, 2}) Block pool1;
  @Conv3d(in = 32, out = 64, k = 3, p = 1) Block conv2;
  @MaxPool3d(k = 2, p = {0, 1, 1}) Block pool2;
  @Linear(in = 130560, out = 20) Block fc6;
}

/* PyTorch 1.13.0:
parameters 2669204
sizes N=2 N=3
conv1 2,32,16,56,64 3,32,16,56,64
relu 2,32,16,56,64 3,32,16,56,64
h 2,32,16,28,32 3,32,16,28,32
conv2 2,64,16,28,32 3,64,16,28,32
relu_1 2,64,16,28,32 3,64,16,28,32
h_1 2,64,8,15,17 3,64,8,15,17
h_2 2,130560 3,130560
fc6 2,20 3,20
*/
