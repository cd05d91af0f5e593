package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {5, 8}, name = "rel_codes")
@Input(value = {5, 4}, name = "boxes")
@Params("clip = 4.135166556742356")
@Forward("""
    def forward(self, rel_codes, boxes):
        rel_codes = rel_codes.reshape(-1, 8)
        boxes = boxes.reshape(-1, 4)
        boxes = boxes.to(rel_codes.dtype)

        widths = boxes[:, 2] - boxes[:, 0]
        heights = boxes[:, 3] - boxes[:, 1]
        ctr_x = boxes[:, 0] + 0.5 * widths
        ctr_y = boxes[:, 1] + 0.5 * heights

        dx = rel_codes[:, 0::4] / 10.0
        dy = rel_codes[:, 1::4] / 10.0
        dw = rel_codes[:, 2::4] / 5.0
        dh = rel_codes[:, 3::4] / 5.0

        # Prevent sending too large values into torch.exp()
        dw = torch.clamp(dw, max=self.clip)
        dh = torch.clamp(dh, max=self.clip)

        pred_ctr_x = dx * widths[:, None] + ctr_x[:, None]
        pred_ctr_y = dy * heights[:, None] + ctr_y[:, None]
        pred_w = torch.exp(dw) * widths[:, None]
        pred_h = torch.exp(dh) * heights[:, None]

        # Distance from center to box's corner.
        c_to_c_h = torch.tensor(0.5, dtype=pred_ctr_y.dtype, device=pred_h.device) * pred_h
        c_to_c_w = torch.tensor(0.5, dtype=pred_ctr_x.dtype, device=pred_w.device) * pred_w

        pred_boxes1 = pred_ctr_x - c_to_c_w
        pred_boxes2 = pred_ctr_y - c_to_c_h
        pred_boxes3 = pred_ctr_x + c_to_c_w
        pred_boxes4 = pred_ctr_y + c_to_c_h
        pred_boxes = torch.stack((pred_boxes1, pred_boxes2, pred_boxes3, pred_boxes4), dim=2).flatten(1)
        return pred_boxes.view(-1, 5, 2, 4)
    """)
class BoxCoder {
  static class Block {}

}

/* PyTorch 1.13.0:
parameters 0
sizes N=2 N=3
rel_codes_1 10,8 15,8
boxes_1 10,4 15,4
boxes_2 10,4 15,4
getitem 10 15
getitem_1 10 15
sub 10 15
getitem_2 10 15
getitem_3 10 15
sub_1 10 15
getitem_4 10 15
mul 10 15
add 10 15
getitem_5 10 15
mul_1 10 15
add_1 10 15
getitem_6 10,2 15,2
div 10,2 15,2
getitem_7 10,2 15,2
div_1 10,2 15,2
getitem_8 10,2 15,2
div_2 10,2 15,2
getitem_9 10,2 15,2
div_3 10,2 15,2
dw 10,2 15,2
dh 10,2 15,2
getitem_10 10,1 15,1
mul_2 10,2 15,2
getitem_11 10,1 15,1
add_2 10,2 15,2
getitem_12 10,1 15,1
mul_3 10,2 15,2
getitem_13 10,1 15,1
add_3 10,2 15,2
exp 10,2 15,2
getitem_14 10,1 15,1
mul_4 10,2 15,2
exp_1 10,2 15,2
getitem_15 10,1 15,1
mul_5 10,2 15,2
tensor () ()
mul_6 10,2 15,2
tensor_1 () ()
mul_7 10,2 15,2
pred_boxes1 10,2 15,2
pred_boxes2 10,2 15,2
pred_boxes3 10,2 15,2
pred_boxes4 10,2 15,2
stack 10,2,4 15,2,4
flatten 10,8 15,8
view 2,5,2,4 3,5,2,4
*/
