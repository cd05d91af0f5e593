package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {32, 12, 17}, name = "x")
@Forward("""
    feat = self.tower(x)
    logits = self.cls(feat)
    bbox = F.relu(self.reg(feat) * self.scale)
    ctrness = self.ctr(feat)
    n, _, h, w = logits.size()

    shifts_x = torch.arange(0, w * 8, step=8, dtype=torch.float32)
    shifts_y = torch.arange(0, h * 8, step=8, dtype=torch.float32)
    shift_y, shift_x = torch.meshgrid(shifts_y, shifts_x)
    shift_x = shift_x.reshape(-1)
    shift_y = shift_y.reshape(-1)
    locations = torch.stack((shift_x, shift_y), dim=1) + 8 // 2

    box_cls = logits.permute(0, 2, 3, 1).reshape(n, -1, 20).sigmoid()
    box_regression = bbox.permute(0, 2, 3, 1).reshape(n, -1, 4)
    center = ctrness.permute(0, 2, 3, 1).reshape(n, -1).sigmoid()
    scores = box_cls * center[:, :, None]
    l, t, r, b = box_regression.unbind(dim=-1)
    detections = torch.stack([
        locations[:, 0] - l,
        locations[:, 1] - t,
        locations[:, 0] + r,
        locations[:, 1] + b,
    ], dim=-1)
    return detections, torch.sqrt(scores)
    """)
class FcosHead {
  static class Block {}

  @Parameter({1}) Block scale;
  @Conv2d(in = 32, out = 32, k = 3, p = 1, bias = false) @GroupNorm(groups = 4, channels = 32) @ReLU Block tower;
  @Conv2d(in = 32, out = 20, k = 3, p = 1) Block cls;
  @Conv2d(in = 32, out = 4, k = 3, p = 1) Block reg;
  @Conv2d(in = 32, out = 1, k = 3, p = 1) Block ctr;
}

/* PyTorch 1.13.0:
parameters 16506
sizes N=2 N=3
tower 2,32,12,17 3,32,12,17
tower_1 2,32,12,17 3,32,12,17
tower_2 2,32,12,17 3,32,12,17
logits 2,20,12,17 3,20,12,17
reg 2,4,12,17 3,4,12,17
mul 2,4,12,17 3,4,12,17
relu 2,4,12,17 3,4,12,17
ctrness 2,1,12,17 3,1,12,17
shifts_x 17 17
shifts_y 12 12
meshgrid 12,17;12,17; 12,17;12,17;
shift_x 204 204
shift_y 204 204
stack 204,2 204,2
add 204,2 204,2
permute 2,12,17,20 3,12,17,20
reshape 2,204,20 3,204,20
sigmoid 2,204,20 3,204,20
permute_1 2,12,17,4 3,12,17,4
reshape_1 2,204,4 3,204,4
permute_2 2,12,17,1 3,12,17,1
reshape_2 2,204 3,204
sigmoid_1 2,204 3,204
getitem 2,204,1 3,204,1
mul_1 2,204,20 3,204,20
unbind 2,204;2,204;2,204;2,204; 3,204;3,204;3,204;3,204;
getitem_1 204 204
sub 2,204 3,204
getitem_2 204 204
sub_1 2,204 3,204
getitem_3 204 204
add_1 2,204 3,204
getitem_4 204 204
add_2 2,204 3,204
stack_1 2,204,4 3,204,4
sqrt 2,204,20 3,204,20
*/
