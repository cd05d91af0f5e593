package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 97, 129}, name = "x")
@Forward("""
    input_shape = x.shape[-2:]
    low_level = self.backbone(x)
    out = self.aspp(self.deep(low_level))
    low_level = self.low(low_level)
    out = F.interpolate(out, size=low_level.shape[2:], mode='bilinear', align_corners=False)
    out = self.classifier(torch.cat([low_level, out], dim=1))
    out = F.interpolate(out, size=input_shape, mode='bilinear', align_corners=False)
    return out
    """)
class DeepLab {
  static class Block {}

  @Conv2d(in = 3, out = 64, k = 7, s = 2, p = 3) @BatchNorm2d(64) @ReLU @MaxPool2d(k = 3, s = 2, p = 1) Block backbone;
  @Conv2d(in = 64, out = 48, k = 1) Block low;
  @Conv2d(in = 64, out = 256, k = 3, s = 4, p = 1) Block deep;
  @Submodule(Aspp.class) Block aspp;
  @Conv2d(in = 176, out = 21, k = 3, p = 1) Block classifier;

  @Params("")
  @Forward("""
      feat1 = self.b0(x)
      feat2 = self.b1(x)
      feat3 = self.b2(x)
      size = x.shape[-2:]
      feat4 = F.interpolate(self.pool(x), size=size, mode='bilinear', align_corners=False)
      y = torch.cat((feat1, feat2, feat3, feat4), dim=1)
      return self.project(y)
      """)
  static class Aspp {
    @Conv2d(in = 256, out = 128, k = 1, bias = false) @BatchNorm2d(128) @ReLU Block b0;
    @Conv2d(in = 256, out = 128, k = 3, p = 6, d = 6, bias = false) @BatchNorm2d(128) @ReLU Block b1;
    @Conv2d(in = 256, out = 128, k = 3, p = 12, d = 12, bias = false) @BatchNorm2d(128) @ReLU Block b2;
    @AdaptiveAvgPool2d(1) @Conv2d(in = 256, out = 128, k = 1, bias = false) @ReLU Block pool;
    @Conv2d(in = 512, out = 128, k = 1, bias = false) @BatchNorm2d(128) @ReLU @Dropout Block project;
  }
}

/* PyTorch 1.13.0:
parameters 915637
sizes N=2 N=3
backbone 2,64,49,65 3,64,49,65
backbone_1 2,64,49,65 3,64,49,65
backbone_2 2,64,49,65 3,64,49,65
backbone_3 2,64,25,33 3,64,25,33
deep 2,256,7,9 3,256,7,9
aspp.b0 2,128,7,9 3,128,7,9
aspp.b0_1 2,128,7,9 3,128,7,9
aspp.b0_2 2,128,7,9 3,128,7,9
aspp.b1 2,128,7,9 3,128,7,9
aspp.b1_1 2,128,7,9 3,128,7,9
aspp.b1_2 2,128,7,9 3,128,7,9
aspp.b2 2,128,7,9 3,128,7,9
aspp.b2_1 2,128,7,9 3,128,7,9
aspp.b2_2 2,128,7,9 3,128,7,9
aspp.pool 2,256,1,1 3,256,1,1
aspp.pool_1 2,128,1,1 3,128,1,1
aspp.pool_2 2,128,1,1 3,128,1,1
interpolate 2,128,7,9 3,128,7,9
y 2,512,7,9 3,512,7,9
aspp.project 2,128,7,9 3,128,7,9
aspp.project_1 2,128,7,9 3,128,7,9
aspp.project_2 2,128,7,9 3,128,7,9
aspp.project_3 2,128,7,9 3,128,7,9
low_level 2,48,25,33 3,48,25,33
out 2,128,25,33 3,128,25,33
cat 2,176,25,33 3,176,25,33
classifier 2,21,25,33 3,21,25,33
out_1 2,21,97,129 3,21,97,129
*/
