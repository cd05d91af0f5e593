package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 64, 64}, name = "x")
@Forward("""
    y = F.relu(self.conv1(x))
    y = F.relu(self.conv2(y))
    y = F.relu(self.conv3(y))
    y = F.relu(self.conv4(y))
    y = y.view(y.size(0), -1)
    mu = self.fc_mu(y)
    logsigma = self.fc_logsigma(y)
    sigma = logsigma.exp()
    eps = torch.randn_like(sigma)
    z = eps.mul(sigma).add_(mu)
    z = F.relu(self.fc1(z))
    z = z.unsqueeze(-1).unsqueeze(-1)
    z = F.relu(self.deconv1(z))
    z = F.relu(self.deconv2(z))
    z = F.relu(self.deconv3(z))
    reconstruction = torch.sigmoid(self.deconv4(z))
    loss = F.mse_loss(reconstruction, x)
    return reconstruction, mu, logsigma
    """)
class ConvVae {
  static class Block {}

  @Conv2d(in = 3, out = 32, k = 4, s = 2) Block conv1;
  @Conv2d(in = 32, out = 64, k = 4, s = 2) Block conv2;
  @Conv2d(in = 64, out = 128, k = 4, s = 2) Block conv3;
  @Conv2d(in = 128, out = 256, k = 4, s = 2) Block conv4;
  @Linear(in = 1024, out = 32) Block fc_mu;
  @Linear(in = 1024, out = 32) Block fc_logsigma;
  @Linear(in = 32, out = 1024) Block fc1;
  @ConvTranspose2d(in = 1024, out = 128, k = 5, s = 2) Block deconv1;
  @ConvTranspose2d(in = 128, out = 64, k = 5, s = 2) Block deconv2;
  @ConvTranspose2d(in = 64, out = 32, k = 6, s = 2) Block deconv3;
  @ConvTranspose2d(in = 32, out = 3, k = 6, s = 2) Block deconv4;
}

/* PyTorch 1.13.0:
parameters 4348547
sizes N=2 N=3
conv1 2,32,31,31 3,32,31,31
relu 2,32,31,31 3,32,31,31
conv2 2,64,14,14 3,64,14,14
relu_1 2,64,14,14 3,64,14,14
conv3 2,128,6,6 3,128,6,6
relu_2 2,128,6,6 3,128,6,6
conv4 2,256,2,2 3,256,2,2
relu_3 2,256,2,2 3,256,2,2
y 2,1024 3,1024
mu 2,32 3,32
logsigma 2,32 3,32
sigma 2,32 3,32
eps 2,32 3,32
mul 2,32 3,32
add_ 2,32 3,32
fc1 2,1024 3,1024
relu_4 2,1024 3,1024
unsqueeze 2,1024,1 3,1024,1
unsqueeze_1 2,1024,1,1 3,1024,1,1
deconv1 2,128,5,5 3,128,5,5
relu_5 2,128,5,5 3,128,5,5
deconv2 2,64,13,13 3,64,13,13
relu_6 2,64,13,13 3,64,13,13
deconv3 2,32,30,30 3,32,30,30
relu_7 2,32,30,30 3,32,30,30
deconv4 2,3,64,64 3,3,64,64
sigmoid 2,3,64,64 3,3,64,64
loss () ()
*/
