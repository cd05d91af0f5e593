package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {64, 20, 28}, name = "p3")
@Input(value = {64, 10, 14}, name = "p4")
@Params("A = 3")
@Forward("""
    def forward(self, p3, p4):
        t3 = self.conv(p3)
        t4 = self.conv(p4)
        o3, o4 = self.cls_logits(t3), self.cls_logits(t4)
        d3, d4 = self.bbox_pred(t3), self.bbox_pred(t4)

        # permute_and_flatten
        N, AxC, H, W = o3.shape
        C = AxC // self.A
        o3 = o3.view(N, -1, C, H, W)
        o3 = o3.permute(0, 3, 4, 1, 2)
        o3 = o3.reshape(N, -1, C)
        d3 = d3.view(N, -1, 4, H, W).permute(0, 3, 4, 1, 2).reshape(N, -1, 4)

        N, AxC, H, W = o4.shape
        o4 = o4.view(N, -1, C, H, W).permute(0, 3, 4, 1, 2).reshape(N, -1, C)
        d4 = d4.view(N, -1, 4, H, W).permute(0, 3, 4, 1, 2).reshape(N, -1, 4)

        objectness = torch.cat([o3, o4], dim=1).flatten(0, -2)
        deltas = torch.cat([d3, d4], dim=1).reshape(-1, 4)
        objectness = objectness.reshape(N, -1)
        _, top_n_idx = objectness.topk(300, dim=1)
        batch_idx = torch.arange(N, device=objectness.device)[:, None]
        proposals = deltas.view(N, -1, 4)
        proposals = proposals[batch_idx, top_n_idx]
        scores = torch.sigmoid(objectness[batch_idx, top_n_idx])
        return proposals, scores
    """)
class RpnHead {
  static class Block {}

  @Conv2d(in = 64, out = 64, k = 3, p = 1) @ReLU Block conv;
  @Conv2d(in = 64, out = 3, k = 1) Block cls_logits;
  @Conv2d(in = 64, out = 12, k = 1) Block bbox_pred;
}

/* PyTorch 1.13.0:
parameters 37903
sizes N=2 N=3
conv 2,64,20,28 3,64,20,28
conv_1 2,64,20,28 3,64,20,28
conv_2 2,64,10,14 3,64,10,14
conv_3 2,64,10,14 3,64,10,14
cls_logits 2,3,20,28 3,3,20,28
cls_logits_1 2,3,10,14 3,3,10,14
bbox_pred 2,12,20,28 3,12,20,28
bbox_pred_1 2,12,10,14 3,12,10,14
o3 2,3,1,20,28 3,3,1,20,28
o3_1 2,20,28,3,1 3,20,28,3,1
o3_2 2,1680,1 3,1680,1
view 2,3,4,20,28 3,3,4,20,28
permute 2,20,28,3,4 3,20,28,3,4
reshape 2,1680,4 3,1680,4
view_1 2,3,1,10,14 3,3,1,10,14
permute_1 2,10,14,3,1 3,10,14,3,1
reshape_1 2,420,1 3,420,1
view_2 2,3,4,10,14 3,3,4,10,14
permute_2 2,10,14,3,4 3,10,14,3,4
reshape_2 2,420,4 3,420,4
cat 2,2100,1 3,2100,1
flatten 4200,1 6300,1
cat_1 2,2100,4 3,2100,4
reshape_3 4200,4 6300,4
objectness 2,2100 3,2100
topk 2,300;2,300; 3,300;3,300;
arange 2 3
getitem 2,1 3,1
proposals 2,2100,4 3,2100,4
proposals_1 2,300,4 3,300,4
getitem_1 2,300 3,300
sigmoid 2,300 3,300
*/
