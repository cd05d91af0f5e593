package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 75, 93}, name = "x")
@Forward("""
    x = F.relu(self.bn1(self.enc1(x)))
    size1 = x.size()
    x, ind1 = self.pool(x)
    x = F.relu(self.enc2(x))
    size2 = x.size()
    x, ind2 = self.pool(x)
    x = self.unpool(x, ind2, output_size=size2)
    x = F.relu(self.dec2(x))
    x = self.unpool(x, ind1, output_size=size1)
    x = self.dec1(x)
    return F.log_softmax(x, dim=1)
    """)
class SegNet {
  static class Block {}

  @Conv2d(in = 3, out = 32, k = 3, p = 1) Block enc1;
  @BatchNorm2d(32) Block bn1;
  @Conv2d(in = 32, out = 64, k = 3, p = 1) Block enc2;
  @MaxPool2d(k = 2, returnIndices = true) Block pool;
  @MaxUnpool2d(k = 2) Block unpool;
  @Conv2d(in = 64, out = 32, k = 3, p = 1) Block dec2;
  @Conv2d(in = 32, out = 7, k = 3, p = 1) Block dec1;
}

/* PyTorch 1.13.0:
parameters 39943
sizes N=2 N=3
enc1 2,32,75,93 3,32,75,93
bn1 2,32,75,93 3,32,75,93
relu 2,32,75,93 3,32,75,93
pool 2,32,37,46;2,32,37,46; 3,32,37,46;3,32,37,46;
enc2 2,64,37,46 3,64,37,46
relu_1 2,64,37,46 3,64,37,46
pool_1 2,64,18,23;2,64,18,23; 3,64,18,23;3,64,18,23;
x_1 2,64,37,46 3,64,37,46
dec2 2,32,37,46 3,32,37,46
relu_2 2,32,37,46 3,32,37,46
x_2 2,32,75,93 3,32,75,93
x_3 2,7,75,93 3,7,75,93
log_softmax 2,7,75,93 3,7,75,93
*/
