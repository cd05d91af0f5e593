package zoo.vision;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {16, 18, 22}, name = "x")
@Forward("""
    feas = torch.stack([self.conv3(x), self.conv5(x)], dim=1)
    fea_U = torch.sum(feas, dim=1)
    fea_s = fea_U.mean(-1).mean(-1)
    fea_z = F.relu(self.fc(fea_s))
    attention = self.fcs(fea_z).view(-1, 2, 32)
    attention = F.softmax(attention, dim=1)
    attention = attention.unsqueeze(-1).unsqueeze(-1)
    fea_v = (feas * attention).sum(dim=1)
    return fea_v
    """)
class SplitAttention {
  static class Block {}

  @Conv2d(in = 16, out = 32, k = 3, p = 1) Block conv3;
  @Conv2d(in = 16, out = 32, k = 3, p = 2, d = 2) Block conv5;
  @Linear(in = 32, out = 16) Block fc;
  @Linear(in = 16, out = 64) Block fcs;
}

/* PyTorch 1.13.0:
parameters 10896
sizes N=2 N=3
conv3 2,32,18,22 3,32,18,22
conv5 2,32,18,22 3,32,18,22
stack 2,2,32,18,22 3,2,32,18,22
fea_U 2,32,18,22 3,32,18,22
mean 2,32,18 3,32,18
mean_1 2,32 3,32
fc 2,16 3,16
relu 2,16 3,16
fcs 2,64 3,64
view 2,2,32 3,2,32
attention 2,2,32 3,2,32
unsqueeze 2,2,32,1 3,2,32,1
unsqueeze_1 2,2,32,1,1 3,2,32,1,1
mul 2,2,32,18,22 3,2,32,18,22
sum 2,32,18,22 3,32,18,22
*/
