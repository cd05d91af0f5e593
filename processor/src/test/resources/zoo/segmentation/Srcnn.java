package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 33, 47}, name = "x")
@Input(value = {3, 66, 94}, name = "target")
@Forward("""
    def forward(self, x, target):
        x = F.interpolate(x, scale_factor=2, mode="bicubic", align_corners=False)
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        x = self.conv3(x)
        loss = self.loss(x, target)
        return x, loss
    """)
class Srcnn {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 9, p = 4, paddingMode = PaddingMode.REPLICATE) Block conv1;
  @Conv2d(in = 64, out = 32, k = 5, p = 2) Block conv2;
  @Conv2d(in = 32, out = 3, k = 5, p = 2) Block conv3;
  @MSELoss Block loss;
}

/* PyTorch 1.13.0:
parameters 69251
sizes N=2 N=3
x_1 2,3,66,94 3,3,66,94
conv1 2,64,66,94 3,64,66,94
relu 2,64,66,94 3,64,66,94
conv2 2,32,66,94 3,32,66,94
relu_1 2,32,66,94 3,32,66,94
x_2 2,3,66,94 3,3,66,94
loss () ()
*/
