package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 160, 224}, name = "x")
@Forward("""
    c2 = F.relu(self.c2(x))
    c3 = F.relu(self.c3(c2))
    c4 = F.relu(self.c4(c3))
    p4 = self.lat4(c4)
    p3 = F.interpolate(p4, scale_factor=2.0, mode="nearest") + self.lat3(c3)
    _, _, H, W = c2.size()
    p2 = F.interpolate(p3, size=(H, W), mode="nearest") + self.lat2(c2)
    p2 = self.smooth(p2)
    p5 = F.max_pool2d(p4, kernel_size=1, stride=2, padding=0)
    out2 = self.cls(p2).permute(0, 2, 3, 1)
    out2 = out2.reshape(out2.shape[0], -1, 5)
    out5 = self.cls(p5).permute(0, 2, 3, 1).reshape(x.shape[0], -1, 5)
    return torch.cat([out2, out5], dim=1)
    """)
class FeaturePyramid {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 7, s = 4, p = 3) Block c2;
  @Conv2d(in = 64, out = 128, k = 3, s = 2, p = 1) Block c3;
  @Conv2d(in = 128, out = 256, k = 3, s = 2, p = 1) Block c4;
  @Conv2d(in = 64, out = 32, k = 1) Block lat2;
  @Conv2d(in = 128, out = 32, k = 1) Block lat3;
  @Conv2d(in = 256, out = 32, k = 1) Block lat4;
  @Conv2d(in = 32, out = 32, k = 3, p = 1) Block smooth;
  @Conv2d(in = 32, out = 45, k = 3, p = 1) Block cls;
}

/* PyTorch 1.13.0:
parameters 415181
sizes N=2 N=3
c2 2,64,40,56 3,64,40,56
relu 2,64,40,56 3,64,40,56
c3 2,128,20,28 3,128,20,28
relu_1 2,128,20,28 3,128,20,28
c4 2,256,10,14 3,256,10,14
relu_2 2,256,10,14 3,256,10,14
p4 2,32,10,14 3,32,10,14
interpolate 2,32,20,28 3,32,20,28
lat3 2,32,20,28 3,32,20,28
add 2,32,20,28 3,32,20,28
interpolate_1 2,32,40,56 3,32,40,56
lat2 2,32,40,56 3,32,40,56
add_1 2,32,40,56 3,32,40,56
p2 2,32,40,56 3,32,40,56
p5 2,32,5,7 3,32,5,7
cls 2,45,40,56 3,45,40,56
permute 2,40,56,45 3,40,56,45
out2 2,20160,5 3,20160,5
cls_1 2,45,5,7 3,45,5,7
permute_1 2,5,7,45 3,5,7,45
reshape 2,315,5 3,315,5
cat 2,20475,5 3,20475,5
*/
