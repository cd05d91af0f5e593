package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {17, 9, 9}, name = "s")
@Forward("""
    s = self.conv(s)
    p = self.policy_conv(s)
    p = p.view(-1, 162)
    p = F.log_softmax(self.policy_fc(p), dim=1).exp()
    v = self.value_conv(s).view(-1, 9 * 9)
    v = F.relu(self.value_fc1(v))
    v = torch.tanh(self.value_fc2(v))
    return p, v
    """)
class AlphaZero {
  static class Block {}

  @Conv2d(in = 17, out = 64, k = 3, p = 1) @BatchNorm2d(64) @ReLU Block conv;
  @Conv2d(in = 64, out = 2, k = 1) @BatchNorm2d(2) @ReLU Block policy_conv;
  @Linear(in = 162, out = 82) Block policy_fc;
  @Conv2d(in = 64, out = 1, k = 1) @BatchNorm2d(1) @ReLU Block value_conv;
  @Linear(in = 81, out = 64) Block value_fc1;
  @Linear(in = 64, out = 1) Block value_fc2;
}

/* PyTorch 1.13.0:
parameters 28864
sizes N=2 N=3
conv 2,64,9,9 3,64,9,9
conv_1 2,64,9,9 3,64,9,9
conv_2 2,64,9,9 3,64,9,9
policy_conv 2,2,9,9 3,2,9,9
policy_conv_1 2,2,9,9 3,2,9,9
policy_conv_2 2,2,9,9 3,2,9,9
p 2,162 3,162
policy_fc 2,82 3,82
log_softmax 2,82 3,82
exp 2,82 3,82
value_conv 2,1,9,9 3,1,9,9
value_conv_1 2,1,9,9 3,1,9,9
value_conv_2 2,1,9,9 3,1,9,9
view 2,81 3,81
value_fc1 2,64 3,64
relu 2,64 3,64
value_fc2 2,1 3,1
tanh 2,1 3,1
*/
