package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, -1, -1}, name = "x", where = "H % 4 == 0 and W % 4 == 0")
@Forward("""
    up1 = self.up1(x)
    pool1 = F.max_pool2d(x, 2)
    low1 = self.low1(pool1)
    up2 = self.up2(low1)
    low2 = self.low2(F.max_pool2d(low1, 2, stride=2))
    low3 = self.low3(low2)
    low2 = up2 + F.interpolate(low3, scale_factor=2)
    feature = up1 + F.upsample(low2, scale_factor=2)
    preds = self.preds(feature)
    x = x + self.merge_preds(preds) + self.merge_features(feature)
    return torch.stack([preds, self.preds(x)], 1)
    """)
class Hourglass {
  static class Block {}

  @Submodule(HourglassResidual.class) Block up1;
  @Submodule(HourglassResidual.class) Block low1;
  @Submodule(HourglassResidual.class) Block up2;
  @Submodule(HourglassResidual.class) Block low2;
  @Submodule(HourglassResidual.class) Block low3;
  @Conv2d(in = 32, out = 32, k = 1) Block merge_features;
  @Conv2d(in = 17, out = 32, k = 1) Block merge_preds;
  @Conv2d(in = 32, out = 17, k = 1) Block preds;

  @Params("")
  @Forward("""
      return self.conv2(F.relu(self.bn2(self.conv1(F.relu(self.bn1(x)))))) + x
      """)
  static class HourglassResidual {
    @BatchNorm2d(32) Block bn1;
    @Conv2d(in = 32, out = 16, k = 1, bias = false) Block conv1;
    @BatchNorm2d(16) Block bn2;
    @Conv2d(in = 16, out = 32, k = 3, p = 1) Block conv2;
  }
}

/* PyTorch 1.13.0:
parameters 28433
sizes N=2,H=16,W=24 N=3,H=8,W=20
up1.bn1 2,32,16,24 3,32,8,20
relu 2,32,16,24 3,32,8,20
up1.conv1 2,16,16,24 3,16,8,20
up1.bn2 2,16,16,24 3,16,8,20
relu_1 2,16,16,24 3,16,8,20
up1.conv2 2,32,16,24 3,32,8,20
add 2,32,16,24 3,32,8,20
pool1 2,32,8,12 3,32,4,10
low1.bn1 2,32,8,12 3,32,4,10
relu_2 2,32,8,12 3,32,4,10
low1.conv1 2,16,8,12 3,16,4,10
low1.bn2 2,16,8,12 3,16,4,10
relu_3 2,16,8,12 3,16,4,10
low1.conv2 2,32,8,12 3,32,4,10
add_1 2,32,8,12 3,32,4,10
up2.bn1 2,32,8,12 3,32,4,10
relu_4 2,32,8,12 3,32,4,10
up2.conv1 2,16,8,12 3,16,4,10
up2.bn2 2,16,8,12 3,16,4,10
relu_5 2,16,8,12 3,16,4,10
up2.conv2 2,32,8,12 3,32,4,10
add_2 2,32,8,12 3,32,4,10
max_pool2d 2,32,4,6 3,32,2,5
low2.bn1 2,32,4,6 3,32,2,5
relu_6 2,32,4,6 3,32,2,5
low2.conv1 2,16,4,6 3,16,2,5
low2.bn2 2,16,4,6 3,16,2,5
relu_7 2,16,4,6 3,16,2,5
low2.conv2 2,32,4,6 3,32,2,5
add_3 2,32,4,6 3,32,2,5
low3.bn1 2,32,4,6 3,32,2,5
relu_8 2,32,4,6 3,32,2,5
low3.conv1 2,16,4,6 3,16,2,5
low3.bn2 2,16,4,6 3,16,2,5
relu_9 2,16,4,6 3,16,2,5
low3.conv2 2,32,4,6 3,32,2,5
add_4 2,32,4,6 3,32,2,5
interpolate 2,32,8,12 3,32,4,10
add_5 2,32,8,12 3,32,4,10
upsample 2,32,16,24 3,32,8,20
add_6 2,32,16,24 3,32,8,20
preds 2,17,16,24 3,17,8,20
merge_preds 2,32,16,24 3,32,8,20
add_7 2,32,16,24 3,32,8,20
merge_features 2,32,16,24 3,32,8,20
add_8 2,32,16,24 3,32,8,20
preds_1 2,17,16,24 3,17,8,20
stack 2,2,17,16,24 3,2,17,8,20
*/
