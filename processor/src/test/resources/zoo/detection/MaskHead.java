package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 14, 14}, name = "rois")
@Input(value = {32, 7, 7}, name = "box_rois")
@Forward("""
    def forward(self, rois, box_rois):
        x = box_rois.flatten(start_dim=1)
        x = F.relu(self.fc6(x))
        x = F.relu(self.fc7(x))
        scores = self.cls_score(x)
        bbox_deltas = self.bbox_pred(x)
        pred_scores = F.softmax(scores, -1)

        m = F.relu(self.mask_fcn1(rois))
        mask_logits = self.mask_fcn_logits(F.relu(self.conv5_mask(m)))
        k = self.kps_score_lowres(m)
        k = torch.nn.functional.interpolate(
            k, scale_factor=float(2), mode="bilinear", align_corners=False, recompute_scale_factor=False
        )
        labels = pred_scores[:, 1:].argmax(dim=1) + 1
        index = torch.arange(rois.size(0), device=labels.device)
        mask_prob = mask_logits.sigmoid()[index, labels][:, None]
        keypoints = k.flatten(2).argmax(dim=-1)
        y, x = torch.div(keypoints, k.shape[-1], rounding_mode="floor"), keypoints % k.shape[-1]
        return bbox_deltas.view(-1, 11, 4), mask_prob, torch.stack((x, y), dim=2).float()
    """)
class MaskHead {
  static class Block {}

  @Linear(in = 1568, out = 128) Block fc6;
  @Linear(in = 128, out = 128) Block fc7;
  @Linear(in = 128, out = 11) Block cls_score;
  @Linear(in = 128, out = 44) Block bbox_pred;
  @Conv2d(in = 32, out = 40, k = 3, p = 1) Block mask_fcn1;
  @ConvTranspose2d(in = 40, out = 40, k = 2, s = 2) Block conv5_mask;
  @Conv2d(in = 40, out = 11, k = 1) Block mask_fcn_logits;
  @ConvTranspose2d(in = 40, out = 17, k = 4, s = 2, p = 1) Block kps_score_lowres;
}

/* PyTorch 1.13.0:
parameters 253787
sizes N=2 N=3
x 2,1568 3,1568
fc6 2,128 3,128
relu 2,128 3,128
fc7 2,128 3,128
relu_1 2,128 3,128
scores 2,11 3,11
bbox_deltas 2,44 3,44
pred_scores 2,11 3,11
mask_fcn1 2,40,14,14 3,40,14,14
relu_2 2,40,14,14 3,40,14,14
conv5_mask 2,40,28,28 3,40,28,28
relu_3 2,40,28,28 3,40,28,28
mask_fcn_logits 2,11,28,28 3,11,28,28
k 2,17,28,28 3,17,28,28
k_1 2,17,56,56 3,17,56,56
getitem 2,10 3,10
argmax 2 3
add 2 3
index 2 3
sigmoid 2,11,28,28 3,11,28,28
getitem_1 2,28,28 3,28,28
getitem_2 2,1,28,28 3,1,28,28
flatten 2,17,3136 3,17,3136
argmax_1 2,17 3,17
div 2,17 3,17
remainder 2,17 3,17
view 2,11,4 3,11,4
stack 2,17,2 3,17,2
float 2,17,2 3,17,2
*/
