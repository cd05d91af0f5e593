package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 105, 105}, name = "x1")
@Input(value = {1, 105, 105}, name = "x2")
@Forward("""
    def forward(self, x1, x2):
        a = F.max_pool2d(F.relu(self.conv1(x1)), 2)
        a = F.max_pool2d(F.relu(self.conv2(a)), 2)
        a = F.max_pool2d(F.relu(self.conv3(a)), 2)
        a = F.relu(self.conv4(a))
        a = torch.sigmoid(self.fc1(a.view(a.shape[0], -1)))
        b = F.max_pool2d(F.relu(self.conv1(x2)), 2)
        b = F.max_pool2d(F.relu(self.conv2(b)), 2)
        b = F.max_pool2d(F.relu(self.conv3(b)), 2)
        b = F.relu(self.conv4(b))
        b = torch.sigmoid(self.fc1(b.view(b.shape[0], -1)))
        dis = torch.abs(a - b)
        out = self.fc2(dis)
        return out
    """)
class Siamese {
  static class Block {}

  @Conv2d(in = 1, out = 64, k = 10) Block conv1;
  @Conv2d(in = 64, out = 128, k = 7) Block conv2;
  @Conv2d(in = 128, out = 128, k = 4) Block conv3;
  @Conv2d(in = 128, out = 256, k = 4) Block conv4;
  @Linear(in = 9216, out = 4096) Block fc1;
  @Linear(in = 4096, out = 1) Block fc2;
}

/* PyTorch 1.13.0:
parameters 38951745
sizes N=2 N=3
conv1 2,64,96,96 3,64,96,96
relu 2,64,96,96 3,64,96,96
max_pool2d 2,64,48,48 3,64,48,48
conv2 2,128,42,42 3,128,42,42
relu_1 2,128,42,42 3,128,42,42
max_pool2d_1 2,128,21,21 3,128,21,21
conv3 2,128,18,18 3,128,18,18
relu_2 2,128,18,18 3,128,18,18
max_pool2d_2 2,128,9,9 3,128,9,9
conv4 2,256,6,6 3,256,6,6
relu_3 2,256,6,6 3,256,6,6
view 2,9216 3,9216
fc1 2,4096 3,4096
sigmoid 2,4096 3,4096
conv1_1 2,64,96,96 3,64,96,96
relu_4 2,64,96,96 3,64,96,96
max_pool2d_3 2,64,48,48 3,64,48,48
conv2_1 2,128,42,42 3,128,42,42
relu_5 2,128,42,42 3,128,42,42
max_pool2d_4 2,128,21,21 3,128,21,21
conv3_1 2,128,18,18 3,128,18,18
relu_6 2,128,18,18 3,128,18,18
max_pool2d_5 2,128,9,9 3,128,9,9
conv4_1 2,256,6,6 3,256,6,6
relu_7 2,256,6,6 3,256,6,6
view_1 2,9216 3,9216
fc1_1 2,4096 3,4096
sigmoid_1 2,4096 3,4096
sub 2,4096 3,4096
abs 2,4096 3,4096
out 2,1 3,1
*/
