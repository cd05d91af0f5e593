package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {4, 42, 42}, name = "inputs")
@Input(value = {256}, name = "hx")
@Input(value = {256}, name = "cx")
@Forward("""
    def forward(self, inputs, hx, cx):
        x = F.elu(self.conv1(inputs))
        x = F.elu(self.conv2(x))
        x = F.elu(self.conv3(x))
        x = F.elu(self.conv4(x))

        x = x.view(-1, 32 * 3 * 3)
        hx, cx = self.lstm(x, (hx, cx))

        return self.critic_linear(hx), self.actor_linear(hx), (hx, cx)
    """)
class A2c {
  static class Block {}

  @Conv2d(in = 4, out = 32, k = 3, s = 2, p = 1) Block conv1;
  @Conv2d(in = 32, out = 32, k = 3, s = 2, p = 1) Block conv2;
  @Conv2d(in = 32, out = 32, k = 3, s = 2, p = 1) Block conv3;
  @Conv2d(in = 32, out = 32, k = 3, s = 2, p = 1) Block conv4;
  @LSTMCell(in = 288, hidden = 256) Block lstm;
  @Linear(in = 256, out = 1) Block critic_linear;
  @Linear(in = 256, out = 6) Block actor_linear;
}

/* PyTorch 1.13.0:
parameters 589831
sizes N=2 N=3
conv1 2,32,21,21 3,32,21,21
elu 2,32,21,21 3,32,21,21
conv2 2,32,11,11 3,32,11,11
elu_1 2,32,11,11 3,32,11,11
conv3 2,32,6,6 3,32,6,6
elu_2 2,32,6,6 3,32,6,6
conv4 2,32,3,3 3,32,3,3
elu_3 2,32,3,3 3,32,3,3
x 2,288 3,288
lstm 2,256;2,256; 3,256;3,256;
critic_linear 2,1 3,1
actor_linear 2,6 3,6
*/
