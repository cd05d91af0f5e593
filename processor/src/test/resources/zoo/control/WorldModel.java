package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20, 35}, name = "x")
@Forward("""
    y, (h, c) = self.lstm(x)
    rollout_length = x.size(1)
    pi = self.z_pi(y).view(-1, rollout_length, 5, 32)
    mu, sigma = self.z_mu(y), self.z_sigma(y)
    pi = F.softmax(pi, 2)
    sigma = torch.exp(sigma.view(-1, rollout_length, 5, 32))
    mu = mu.view(-1, rollout_length, 5, 32)
    return pi, mu, sigma
    """)
class WorldModel {
  static class Block {}

  @LSTM(in = 35, hidden = 256, batchFirst = true) Block lstm;
  @Linear(in = 256, out = 160) Block z_pi;
  @Linear(in = 256, out = 160) Block z_sigma;
  @Linear(in = 256, out = 160) Block z_mu;
}

/* PyTorch 1.13.0:
parameters 423392
sizes N=2 N=3
lstm 2,20,256;1,2,256;1,2,256; 3,20,256;1,3,256;1,3,256;
z_pi 2,20,160 3,20,160
view 2,20,5,32 3,20,5,32
z_mu 2,20,160 3,20,160
z_sigma 2,20,160 3,20,160
pi 2,20,5,32 3,20,5,32
view_1 2,20,5,32 3,20,5,32
exp 2,20,5,32 3,20,5,32
mu 2,20,5,32 3,20,5,32
*/
