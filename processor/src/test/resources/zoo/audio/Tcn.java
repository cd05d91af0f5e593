package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {30, 9}, name = "x")
@Forward("""
    x = x.transpose(1, 2)
    out = self.conv1(x)
    out = F.relu(out[:, :, :-12].contiguous())  # chomp
    out = self.conv2(out)
    out = F.relu(out[:, :, :-24])
    out = F.relu(out + self.downsample(x))
    o = self.linear(out[:, :, -1])
    return o
    """)
class Tcn {
  static class Block {}

  @Conv1d(in = 9, out = 25, k = 7, p = 12, d = 2) Block conv1;
  @Conv1d(in = 25, out = 25, k = 7, p = 24, d = 4) Block conv2;
  @Conv1d(in = 9, out = 25, k = 1) Block downsample;
  @Linear(in = 25, out = 3) Block linear;
}

/* PyTorch 1.13.0:
parameters 6328
sizes N=2 N=3
x_1 2,9,30 3,9,30
out 2,25,42 3,25,42
getitem 2,25,30 3,25,30
contiguous 2,25,30 3,25,30
relu 2,25,30 3,25,30
out_1 2,25,54 3,25,54
getitem_1 2,25,30 3,25,30
relu_1 2,25,30 3,25,30
downsample 2,25,30 3,25,30
add 2,25,30 3,25,30
relu_2 2,25,30 3,25,30
getitem_2 2,25 3,25
linear 2,3 3,3
*/
