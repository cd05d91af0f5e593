package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 62, 50}, name = "x")
@Forward("""
    x0 = F.relu(self.stem(x))
    x1 = F.relu(self.trans(x0))
    x0 = F.relu(self.branch0(x0))
    x1 = F.relu(self.branch1(x1))
    height_output = x0.shape[-2]
    width_output = x0.shape[-1]
    y0 = x0 + F.interpolate(self.fuse01(x1), size=[height_output, width_output], mode='bilinear',
                            align_corners=True)
    y1 = self.fuse10(x0) + x1
    y0, y1 = F.relu(y0), F.relu(y1)
    up = F.upsample(y1, size=(height_output, width_output), mode='bilinear', align_corners=True)
    return self.head(torch.cat([y0, up], 1))
    """)
class HrFuse {
  static class Block {}

  @Conv2d(in = 3, out = 32, k = 3, s = 2, p = 1) Block stem;
  @Conv2d(in = 32, out = 64, k = 3, s = 2, p = 1) Block trans;
  @Conv2d(in = 32, out = 32, k = 3, p = 1) Block branch0;
  @Conv2d(in = 64, out = 64, k = 3, p = 1) Block branch1;
  @Conv2d(in = 64, out = 32, k = 1, bias = false) @BatchNorm2d(32) Block fuse01;
  @Conv2d(in = 32, out = 64, k = 3, s = 2, p = 1, bias = false) @BatchNorm2d(64) Block fuse10;
  @Conv2d(in = 96, out = 17, k = 1) Block head;
}

/* PyTorch 1.13.0:
parameters 87889
sizes N=2 N=3
stem 2,32,31,25 3,32,31,25
relu 2,32,31,25 3,32,31,25
trans 2,64,16,13 3,64,16,13
relu_1 2,64,16,13 3,64,16,13
branch0 2,32,31,25 3,32,31,25
relu_2 2,32,31,25 3,32,31,25
branch1 2,64,16,13 3,64,16,13
relu_3 2,64,16,13 3,64,16,13
fuse01 2,32,16,13 3,32,16,13
fuse01_1 2,32,16,13 3,32,16,13
interpolate 2,32,31,25 3,32,31,25
add 2,32,31,25 3,32,31,25
fuse10 2,64,16,13 3,64,16,13
fuse10_1 2,64,16,13 3,64,16,13
add_1 2,64,16,13 3,64,16,13
relu_4 2,32,31,25 3,32,31,25
relu_5 2,64,16,13 3,64,16,13
up 2,64,31,25 3,64,31,25
cat 2,96,31,25 3,96,31,25
head 2,17,31,25 3,17,31,25
*/
