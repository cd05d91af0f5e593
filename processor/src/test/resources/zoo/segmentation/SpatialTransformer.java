package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 28, 28}, name = "x")
@Forward("""
    # transform the input
    xs = self.localization(x)
    xs = xs.view(-1, 10 * 3 * 3)
    theta = self.fc_loc(xs)
    theta = theta.view(-1, 2, 3)
    grid = F.affine_grid(theta, x.size())
    x = F.grid_sample(x, grid)

    # Perform the usual forward pass
    x = F.relu(F.max_pool2d(self.conv1(x), 2))
    x = F.relu(F.max_pool2d(self.conv2_drop(self.conv2(x)), 2))
    x = x.view(-1, 320)
    x = F.relu(self.fc1(x))
    x = F.dropout(x, training=self.training)
    x = self.fc2(x)
    return F.log_softmax(x, dim=1)
    """)
class SpatialTransformer {
  static class Block {}

  @Submodule(Layers.class) Block localization;
  @Submodule(Layers2.class) Block fc_loc;
  @Conv2d(in = 1, out = 10, k = 5) Block conv1;
  @Conv2d(in = 10, out = 20, k = 5) Block conv2;
  @Dropout2d Block conv2_drop;
  @Linear(in = 320, out = 50) Block fc1;
  @Linear(in = 50, out = 10) Block fc2;

  @Params("")
  static class Layers {
    @Conv2d(in = 1, out = 8, k = 7) Block l0;
    @MaxPool2d(k = 2) Block l1;
    @ReLU Block l2;
    @Conv2d(in = 8, out = 10, k = 5) Block l3;
    @MaxPool2d(k = 2) Block l4;
    @ReLU Block l5;
  }

  @Params("")
  static class Layers2 {
    @Linear(in = 90, out = 32) Block l0;
    @ReLU Block l1;
    @Linear(in = 32, out = 6) Block l2;
  }
}

/* PyTorch 1.13.0:
parameters 27360
sizes N=2 N=3
localization.l0 2,8,22,22 3,8,22,22
localization.l1 2,8,11,11 3,8,11,11
localization.l2 2,8,11,11 3,8,11,11
localization.l3 2,10,7,7 3,10,7,7
localization.l4 2,10,3,3 3,10,3,3
localization.l5 2,10,3,3 3,10,3,3
xs 2,90 3,90
fc_loc.l0 2,32 3,32
fc_loc.l1 2,32 3,32
fc_loc.l2 2,6 3,6
theta 2,2,3 3,2,3
grid 2,28,28,2 3,28,28,2
x_1 2,1,28,28 3,1,28,28
conv1 2,10,24,24 3,10,24,24
max_pool2d 2,10,12,12 3,10,12,12
relu 2,10,12,12 3,10,12,12
conv2 2,20,8,8 3,20,8,8
conv2_drop 2,20,8,8 3,20,8,8
max_pool2d_1 2,20,4,4 3,20,4,4
relu_1 2,20,4,4 3,20,4,4
x_2 2,320 3,320
fc1 2,50 3,50
relu_2 2,50 3,50
x_3 2,50 3,50
x_4 2,10 3,10
log_softmax 2,10 3,10
*/
