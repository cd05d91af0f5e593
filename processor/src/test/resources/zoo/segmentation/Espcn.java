package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, -1, -1}, name = "x")
@Forward("""
    x = torch.tanh(self.conv1(x))
    x = torch.tanh(self.conv2(x))
    x = torch.sigmoid(self.pixel_shuffle(self.conv3(x)))
    return x
    """)
class Espcn {
  static class Block {}

  @Conv2d(in = 1, out = 64, k = 5, p = 2) Block conv1;
  @Conv2d(in = 64, out = 32, k = 3, p = 1) Block conv2;
  @Conv2d(in = 32, out = 9, k = 3, p = 1) Block conv3;
  @PixelShuffle(3) Block pixel_shuffle;
}

/* PyTorch 1.13.0:
parameters 22729
sizes N=2,H=17,W=25 N=3,H=30,W=9
conv1 2,64,17,25 3,64,30,9
tanh 2,64,17,25 3,64,30,9
conv2 2,32,17,25 3,32,30,9
tanh_1 2,32,17,25 3,32,30,9
conv3 2,9,17,25 3,9,30,9
pixel_shuffle 2,1,51,75 3,1,90,27
sigmoid 2,1,51,75 3,1,90,27
*/
