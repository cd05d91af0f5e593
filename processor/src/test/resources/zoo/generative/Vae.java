package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 28, 28}, name = "x")
@Forward("""
    h1 = F.relu(self.fc1(x.view(-1, 784)))
    mu, logvar = self.fc21(h1), self.fc22(h1)
    std = torch.exp(0.5 * logvar)
    eps = torch.randn_like(std)
    z = mu + eps * std
    h3 = F.relu(self.fc3(z))
    recon_x = torch.sigmoid(self.fc4(h3))
    BCE = F.binary_cross_entropy(recon_x, x.view(-1, 784), reduction='sum')
    KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return BCE + KLD
    """)
class Vae {
  static class Block {}

  @Linear(in = 784, out = 400) Block fc1;
  @Linear(in = 400, out = 20) Block fc21;
  @Linear(in = 400, out = 20) Block fc22;
  @Linear(in = 20, out = 400) Block fc3;
  @Linear(in = 400, out = 784) Block fc4;
}

/* PyTorch 1.13.0:
parameters 652824
sizes N=2 N=3
view 2,784 3,784
fc1 2,400 3,400
relu 2,400 3,400
fc21 2,20 3,20
fc22 2,20 3,20
mul 2,20 3,20
exp 2,20 3,20
eps 2,20 3,20
mul_1 2,20 3,20
add 2,20 3,20
fc3 2,400 3,400
relu_1 2,400 3,400
fc4 2,784 3,784
sigmoid 2,784 3,784
view_1 2,784 3,784
binary_cross_entropy () ()
add_1 2,20 3,20
pow 2,20 3,20
sub 2,20 3,20
exp_1 2,20 3,20
sub_1 2,20 3,20
sum () ()
mul_2 () ()
add_2 () ()
*/
