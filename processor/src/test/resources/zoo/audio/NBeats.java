package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {50}, name = "x")
@Forward("""
    h = F.relu(self.fc1(x))
    h = F.relu(self.fc2(h))
    backcast = self.theta_b(h)
    forecast = self.theta_f(h).mm(self.basis)
    residual = x - backcast
    h = self.fc2(self.fc1(residual).relu()).relu()
    forecast = forecast + torch.mm(self.theta_f(h), self.basis)
    return residual, forecast
    """)
class NBeats {
  static class Block {}

  @Buffer({10, 12}) Block basis;
  @Linear(in = 50, out = 64) Block fc1;
  @Linear(in = 64, out = 64) Block fc2;
  @Linear(in = 64, out = 50, bias = false) Block theta_b;
  @Linear(in = 64, out = 10, bias = false) Block theta_f;
}

/* PyTorch 1.13.0:
parameters 11264
sizes N=2 N=3
fc1 2,64 3,64
relu 2,64 3,64
fc2 2,64 3,64
relu_1 2,64 3,64
backcast 2,50 3,50
theta_f 2,10 3,10
mm 2,12 3,12
residual 2,50 3,50
fc1_1 2,64 3,64
relu_2 2,64 3,64
fc2_1 2,64 3,64
relu_3 2,64 3,64
theta_f_1 2,10 3,10
mm_1 2,12 3,12
add 2,12 3,12
*/
