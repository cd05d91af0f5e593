package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {5, 16}, name = "x")
@Forward("""
    y = x.clone()
    y.mul_(2).add_(1.0)
    y += x
    y *= 0.5
    y -= y.mean(dim=-1, keepdim=True)
    y /= y.std(-1, keepdim=True) + 1e-5
    y = y.clamp_(-3, 3)
    z = self.fc1(y).relu_()
    z = F.relu_(z)
    z = F.dropout(z, p=0.1, training=self.training, inplace=True)
    z = z + self.running
    return z.detach().cpu().float()
    """)
class InPlace {
  static class Block {}

  @Buffer({16}) Block running;
  @Linear(in = 16, out = 16) Block fc1;
}

/* PyTorch 1.13.0:
parameters 272
sizes N=2 N=3
y 2,5,16 3,5,16
mul_ 2,5,16 3,5,16
add_ 2,5,16 3,5,16
y_1 2,5,16 3,5,16
y_2 2,5,16 3,5,16
mean 2,5,1 3,5,1
sub_ 2,5,16 3,5,16
std 2,5,1 3,5,1
add 2,5,1 3,5,1
div_ 2,5,16 3,5,16
y_3 2,5,16 3,5,16
fc1 2,5,16 3,5,16
relu_ 2,5,16 3,5,16
z 2,5,16 3,5,16
z_1 2,5,16 3,5,16
z_2 2,5,16 3,5,16
detach 2,5,16 3,5,16
cpu 2,5,16 3,5,16
float 2,5,16 3,5,16
*/
