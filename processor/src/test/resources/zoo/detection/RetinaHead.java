package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {48, 14, 18}, name = "features")
@Params("num_classes = 21, num_anchors = 9")
@Forward("""
    cls_logits = self.conv(features)
    cls_logits = self.cls_logits(cls_logits)

    # Permute classification output from (N, A * K, H, W) to (N, HWA, K).
    N, _, H, W = cls_logits.shape
    cls_logits = cls_logits.view(N, -1, self.num_classes, H, W)
    cls_logits = cls_logits.permute(0, 3, 4, 1, 2)
    cls_logits = cls_logits.reshape(N, -1, self.num_classes)  # Size=(N, HWA, K)

    bbox_regression = self.bbox_reg(self.conv(features))
    bbox_regression = bbox_regression.view(N, -1, 4, H, W)
    bbox_regression = bbox_regression.permute(0, 3, 4, 1, 2)
    bbox_regression = bbox_regression.reshape(N, -1, 4)
    return cls_logits, bbox_regression
    """)
class RetinaHead {
  static class Block {}

  @Conv2d(in = 48, out = 48, k = 3, p = 1) @GroupNorm(groups = 8, channels = 48) @ReLU Block conv;
  @Conv2d(in = 48, out = 189, k = 3, p = 1) Block cls_logits;
  @Conv2d(in = 48, out = 36, k = 3, p = 1) Block bbox_reg;
}

/* PyTorch 1.13.0:
parameters 118305
sizes N=2 N=3
conv 2,48,14,18 3,48,14,18
conv_1 2,48,14,18 3,48,14,18
conv_2 2,48,14,18 3,48,14,18
cls_logits 2,189,14,18 3,189,14,18
cls_logits_1 2,9,21,14,18 3,9,21,14,18
cls_logits_2 2,14,18,9,21 3,14,18,9,21
cls_logits_3 2,2268,21 3,2268,21
conv_3 2,48,14,18 3,48,14,18
conv_4 2,48,14,18 3,48,14,18
conv_5 2,48,14,18 3,48,14,18
bbox_reg 2,36,14,18 3,36,14,18
bbox_regression 2,9,4,14,18 3,9,4,14,18
bbox_regression_1 2,14,18,9,4 3,14,18,9,4
bbox_regression_2 2,2268,4 3,2268,4
*/
