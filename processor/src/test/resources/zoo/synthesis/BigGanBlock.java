package zoo.synthesis;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {60}, name = "z")
@Input(value = {}, name = "y", dtype = long.class)
@Forward("""
    def forward(self, z, y):
        zs = torch.split(z, 20, 1)
        z = zs[0]
        label = y
        y = self.shared(y)
        ys = [torch.cat([y, zs[1]], 1), torch.cat([y, zs[2]], 1)]
        h = self.linear(z)
        h = h.view(h.size(0), -1, 4, 6)
        gain = (1 + self.gain(ys[0])).view(y.size(0), -1, 1, 1)
        bias = self.bias(ys[0]).view(y.size(0), -1, 1, 1)
        h = self.bn(h) * gain + bias
        h = F.interpolate(F.relu(h), scale_factor=2)
        x = self.conv1(h)
        # Apply convs
        theta = self.theta(x)
        phi = F.max_pool2d(self.phi(x), [2, 2])
        g = F.max_pool2d(self.g(x), [2, 2])
        # Perform reshapes
        theta = theta.view(-1, 4, x.shape[2] * x.shape[3])
        phi = phi.view(-1, 4, x.shape[2] * x.shape[3] // 4)
        g = g.view(-1, 16, x.shape[2] * x.shape[3] // 4)
        # Matmul and softmax to get attention maps
        beta = F.softmax(torch.bmm(theta.transpose(1, 2), phi), -1)
        # Attention map times g path
        o = self.o(torch.bmm(g, beta.transpose(1, 2)).view(-1, 16, x.shape[2], x.shape[3]))
        x = self.gamma * o + x
        image = torch.tanh(self.final(F.relu(x, inplace=True)))
        # projection discriminator
        d = torch.sum(F.relu(x), [2, 3])
        out = self.d_linear(d)
        out = out + torch.sum(self.embed(label) * d, 1, keepdim=True)
        return image, out
    """)
class BigGanBlock {
  static class Block {}

  @Parameter({}) Block gamma;
  @Embedding(num = 20, dim = 32) Block shared;
  @Linear(in = 20, out = 1536) Block linear;
  @Linear(in = 52, out = 64, bias = false) Block gain;
  @Linear(in = 52, out = 64, bias = false) Block bias;
  @BatchNorm2d(value = 64, affine = false) Block bn;
  @Conv2d(in = 64, out = 32, k = 3, p = 1) Block conv1;
  @Conv2d(in = 32, out = 4, k = 1, bias = false) Block theta;
  @Conv2d(in = 32, out = 4, k = 1, bias = false) Block phi;
  @Conv2d(in = 32, out = 16, k = 1, bias = false) Block g;
  @Conv2d(in = 16, out = 32, k = 1, bias = false) Block o;
  @Conv2d(in = 32, out = 3, k = 3, p = 1) Block final_;
  @Embedding(num = 20, dim = 32) Block embed;
  @Linear(in = 32, out = 1) Block d_linear;
}

/* PyTorch 1.13.0:
parameters 60837
sizes N=2 N=3
zs 2,20;2,20;2,20; 3,20;3,20;3,20;
y_1 2,32 3,32
cat 2,52 3,52
cat_1 2,52 3,52
h 2,1536 3,1536
h_1 2,64,4,6 3,64,4,6
gain 2,64 3,64
add 2,64 3,64
view 2,64,1,1 3,64,1,1
bias 2,64 3,64
view_1 2,64,1,1 3,64,1,1
bn 2,64,4,6 3,64,4,6
mul 2,64,4,6 3,64,4,6
add_1 2,64,4,6 3,64,4,6
relu 2,64,4,6 3,64,4,6
interpolate 2,64,8,12 3,64,8,12
x 2,32,8,12 3,32,8,12
theta 2,4,8,12 3,4,8,12
phi 2,4,8,12 3,4,8,12
max_pool2d 2,4,4,6 3,4,4,6
g 2,16,8,12 3,16,8,12
max_pool2d_1 2,16,4,6 3,16,4,6
theta_1 2,4,96 3,4,96
phi_1 2,4,24 3,4,24
g_1 2,16,24 3,16,24
transpose 2,96,4 3,96,4
bmm 2,96,24 3,96,24
softmax 2,96,24 3,96,24
transpose_1 2,24,96 3,24,96
bmm_1 2,16,96 3,16,96
view_2 2,16,8,12 3,16,8,12
o 2,32,8,12 3,32,8,12
mul_1 2,32,8,12 3,32,8,12
add_2 2,32,8,12 3,32,8,12
relu_1 2,32,8,12 3,32,8,12
final_ 2,3,8,12 3,3,8,12
tanh 2,3,8,12 3,3,8,12
relu_2 2,32,8,12 3,32,8,12
sum 2,32 3,32
out 2,1 3,1
embed 2,32 3,32
mul_2 2,32 3,32
sum_1 2,1 3,1
add_3 2,1 3,1
*/
