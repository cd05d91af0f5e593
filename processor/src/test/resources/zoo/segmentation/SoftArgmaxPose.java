package zoo.segmentation;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 64, 48}, name = "x")
@Forward("""
    heat = self.net(x)
    n, c, h, w = heat.shape
    probs = heat.flatten(2).softmax(-1).view(n, c, h, w)
    xs = torch.linspace(-1, 1, w)
    ys = torch.linspace(-1, 1, h)
    ex = (probs.sum(dim=2) * xs).sum(-1)
    ey = (probs.sum(dim=3) * ys).sum(-1)
    coords = torch.stack((ex, ey), dim=2)
    return coords
    """)
class SoftArgmaxPose {
  static class Block {}

  @Conv2d(in = 3, out = 17, k = 5, s = 4, p = 2) Block net;
}

/* PyTorch 1.13.0:
parameters 1292
sizes N=2 N=3
heat 2,17,16,12 3,17,16,12
flatten 2,17,192 3,17,192
softmax 2,17,192 3,17,192
view 2,17,16,12 3,17,16,12
xs 12 12
ys 16 16
sum 2,17,12 3,17,12
mul 2,17,12 3,17,12
sum_1 2,17 3,17
sum_2 2,17,16 3,17,16
mul_1 2,17,16 3,17,16
sum_3 2,17 3,17
coords 2,17,2 3,17,2
*/
