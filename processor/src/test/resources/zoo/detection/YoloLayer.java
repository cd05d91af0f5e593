package zoo.detection;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {75, 13, 17}, name = "prediction")
@Params("num_anchors = 3, num_classes = 20, stride = 32")
@Forward("""
    num_samples = prediction.size(0)
    grid_h, grid_w = prediction.size(2), prediction.size(3)
    prediction = (
        prediction.view(num_samples, self.num_anchors, self.num_classes + 5, grid_h, grid_w)
        .permute(0, 1, 3, 4, 2)
        .contiguous()
    )
    # Get outputs
    x = torch.sigmoid(prediction[..., 0])  # Center x
    y = torch.sigmoid(prediction[..., 1])  # Center y
    w = prediction[..., 2]  # Width
    h = prediction[..., 3]  # Height
    pred_conf = torch.sigmoid(prediction[..., 4])  # Conf
    pred_cls = torch.sigmoid(prediction[..., 5:])  # Cls pred.
    grid_x = torch.arange(grid_w).repeat(grid_h, 1).view([1, 1, grid_h, grid_w]).type(torch.FloatTensor)
    grid_y = torch.arange(grid_h).repeat(grid_w, 1).t().view([1, 1, grid_h, grid_w]).float()
    anchor_w = self.anchor_grid[..., 0]
    anchor_h = self.anchor_grid[..., 1]
    pred_boxes = torch.zeros_like(prediction[..., :4])
    pred_boxes[..., 0] = x.data + grid_x
    pred_boxes[..., 1] = y.data + grid_y
    pred_boxes[..., 2] = torch.exp(w.data) * anchor_w
    pred_boxes[..., 3] = torch.exp(h.data) * anchor_h
    output = torch.cat(
        (
            pred_boxes.view(num_samples, -1, 4) * self.stride,
            pred_conf.view(num_samples, -1, 1),
            pred_cls.view(num_samples, -1, self.num_classes),
        ),
        -1,
    )
    return output
    """)
class YoloLayer {
  static class Block {}

  @Buffer({1, 3, 1, 1, 2}) Block anchor_grid;
}

/* PyTorch 1.13.0:
parameters 0
sizes N=2 N=3
view 2,3,25,13,17 3,3,25,13,17
permute 2,3,13,17,25 3,3,13,17,25
contiguous 2,3,13,17,25 3,3,13,17,25
getitem 2,3,13,17 3,3,13,17
sigmoid 2,3,13,17 3,3,13,17
getitem_1 2,3,13,17 3,3,13,17
sigmoid_1 2,3,13,17 3,3,13,17
w 2,3,13,17 3,3,13,17
h 2,3,13,17 3,3,13,17
getitem_2 2,3,13,17 3,3,13,17
sigmoid_2 2,3,13,17 3,3,13,17
getitem_3 2,3,13,17,20 3,3,13,17,20
sigmoid_3 2,3,13,17,20 3,3,13,17,20
arange 17 17
repeat 13,17 13,17
view_1 1,1,13,17 1,1,13,17
type 1,1,13,17 1,1,13,17
arange_1 13 13
repeat_1 17,13 17,13
t 13,17 13,17
view_2 1,1,13,17 1,1,13,17
float 1,1,13,17 1,1,13,17
anchor_w 1,3,1,1 1,3,1,1
anchor_h 1,3,1,1 1,3,1,1
getitem_4 2,3,13,17,4 3,3,13,17,4
zeros_like 2,3,13,17,4 3,3,13,17,4
add 2,3,13,17 3,3,13,17
setitem 2,3,13,17,4 3,3,13,17,4
add_1 2,3,13,17 3,3,13,17
setitem_1 2,3,13,17,4 3,3,13,17,4
exp 2,3,13,17 3,3,13,17
mul 2,3,13,17 3,3,13,17
setitem_2 2,3,13,17,4 3,3,13,17,4
exp_1 2,3,13,17 3,3,13,17
mul_1 2,3,13,17 3,3,13,17
setitem_3 2,3,13,17,4 3,3,13,17,4
view_3 2,663,4 3,663,4
mul_2 2,663,4 3,663,4
view_4 2,663,1 3,663,1
view_5 2,663,20 3,663,20
cat 2,663,25 3,663,25
*/
