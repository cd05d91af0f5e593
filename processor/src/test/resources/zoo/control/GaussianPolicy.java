package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {11}, name = "state")
@Forward("""
    x = F.relu(self.linear1(state))
    x = F.relu(self.linear2(x))
    mean = self.mean_linear(x)
    log_std = self.log_std_linear(x)
    log_std = torch.clamp(log_std, min=-20, max=2)
    std = log_std.exp()
    noise = torch.randn_like(mean)
    x_t = mean + std * noise
    y_t = torch.tanh(x_t)
    action = y_t * self.action_scale
    log_prob = -0.5 * noise.pow(2) - log_std
    log_prob -= torch.log(self.action_scale * (1 - y_t.pow(2)) + 1e-6)
    log_prob = log_prob.sum(1, keepdim=True)
    return action, log_prob, torch.tanh(mean)
    """)
class GaussianPolicy {
  static class Block {}

  @Buffer({3}) Block action_scale;
  @Linear(in = 11, out = 256) Block linear1;
  @Linear(in = 256, out = 256) Block linear2;
  @Linear(in = 256, out = 3) Block mean_linear;
  @Linear(in = 256, out = 3) Block log_std_linear;
}

/* PyTorch 1.13.0:
parameters 70406
sizes N=2 N=3
linear1 2,256 3,256
relu 2,256 3,256
linear2 2,256 3,256
relu_1 2,256 3,256
mean 2,3 3,3
log_std 2,3 3,3
log_std_1 2,3 3,3
std 2,3 3,3
noise 2,3 3,3
mul 2,3 3,3
add 2,3 3,3
y_t 2,3 3,3
action 2,3 3,3
pow 2,3 3,3
mul_1 2,3 3,3
sub 2,3 3,3
pow_1 2,3 3,3
sub_1 2,3 3,3
mul_2 2,3 3,3
add_1 2,3 3,3
log 2,3 3,3
sub_ 2,3 3,3
log_prob 2,1 3,1
tanh 2,3 3,3
*/
