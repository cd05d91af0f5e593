package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 60, 90}, name = "x")
@Input(value = {60, 90}, name = "y", dtype = long.class)
@Forward("""
    def forward(self, x, y):
        f = self.feats(x)
        h, w = f.size(2), f.size(3)
        p1 = F.interpolate(input=self.stage1(f), size=(h, w), mode='bilinear')
        p2 = F.interpolate(input=self.stage2(f), size=(h, w), mode='bilinear')
        p3 = F.interpolate(input=self.stage3(f), size=(h, w), mode='bilinear')
        p6 = F.interpolate(input=self.stage6(f), size=(h, w), mode='bilinear')
        priors = [p1, p2, p3, p6, f]
        p = F.relu(self.bottleneck(torch.cat(priors, 1)))
        p = F.interpolate(self.cls(p), size=x.size()[2:], mode="bilinear", align_corners=True)
        loss = F.cross_entropy(p, y, ignore_index=255)
        return p, loss
    """)
class PspNet {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 3, s = 2, p = 1) Block feats;
  @AdaptiveAvgPool2d(1) @Conv2d(in = 64, out = 16, k = 1, bias = false) Block stage1;
  @AdaptiveAvgPool2d(2) @Conv2d(in = 64, out = 16, k = 1, bias = false) Block stage2;
  @AdaptiveAvgPool2d(3) @Conv2d(in = 64, out = 16, k = 1, bias = false) Block stage3;
  @AdaptiveAvgPool2d(6) @Conv2d(in = 64, out = 16, k = 1, bias = false) Block stage6;
  @Conv2d(in = 128, out = 64, k = 1) Block bottleneck;
  @Conv2d(in = 64, out = 19, k = 3, p = 1) Block cls;
}

/* PyTorch 1.13.0:
parameters 25107
sizes N=2 N=3
f 2,64,30,45 3,64,30,45
stage1 2,64,1,1 3,64,1,1
stage1_1 2,16,1,1 3,16,1,1
interpolate 2,16,30,45 3,16,30,45
stage2 2,64,2,2 3,64,2,2
stage2_1 2,16,2,2 3,16,2,2
interpolate_1 2,16,30,45 3,16,30,45
stage3 2,64,3,3 3,64,3,3
stage3_1 2,16,3,3 3,16,3,3
interpolate_2 2,16,30,45 3,16,30,45
stage6 2,64,6,6 3,64,6,6
stage6_1 2,16,6,6 3,16,6,6
interpolate_3 2,16,30,45 3,16,30,45
cat 2,128,30,45 3,128,30,45
bottleneck 2,64,30,45 3,64,30,45
relu 2,64,30,45 3,64,30,45
cls 2,19,30,45 3,19,30,45
interpolate_4 2,19,60,90 3,19,60,90
loss () ()
*/
