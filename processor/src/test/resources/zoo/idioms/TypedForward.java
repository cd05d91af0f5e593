package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {6, 9, 11}, name = "x")
@Input(value = {6}, name = "scale")
@Forward("""
    def forward(self, x: Tensor, scale: Tensor) -> Tensor:
        \"""Scales the channels of a convolution.

        x: [N, 6, H, W]
        \"""
        out: Tensor = self.conv(x)
        gate = nn.Sigmoid()(self.fc(scale))
        out = out * gate[..., None, None]; out = nn.ReLU(inplace=True)(out)
        out = nn.functional.adaptive_avg_pool2d(out, (None, 4))
        pooled = nn.AdaptiveMaxPool2d((3, 2))(out)
        return nn.Softmax(dim=1)(pooled.flatten(1))
    """)
class TypedForward {
  static class Block {}

  @Conv2d(in = 6, out = 12, k = 3) Block conv;
  @Linear(in = 6, out = 12) Block fc;
}

/* PyTorch 1.13.0:
parameters 744
sizes N=2 N=3
out 2,12,7,9 3,12,7,9
fc 2,12 3,12
Sigmoid 2,12 3,12
getitem 2,12,1,1 3,12,1,1
mul 2,12,7,9 3,12,7,9
out_1 2,12,7,9 3,12,7,9
out_2 2,12,7,4 3,12,7,4
pooled 2,12,3,2 3,12,3,2
flatten 2,72 3,72
Softmax 2,72 3,72
*/
