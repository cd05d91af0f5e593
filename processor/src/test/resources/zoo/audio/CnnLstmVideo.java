package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {10, 3, 48, 64}, name = "x")
@Forward("""
    batch_size, timesteps, C, H, W = x.size()
    c_in = x.view(batch_size * timesteps, C, H, W)
    c_out = F.relu(self.conv2(F.relu(self.conv1(c_in))))
    c_out = F.adaptive_avg_pool2d(c_out, 1)
    r_in = c_out.view(batch_size, timesteps, -1)
    r_in = r_in.permute(1, 0, 2)
    r_out, (h_n, h_c) = self.rnn(r_in)
    r_out2 = self.fc(r_out[-1])
    return F.log_softmax(r_out2, dim=1)
    """)
class CnnLstmVideo {
  static class Block {}

  @Conv2d(in = 3, out = 16, k = 5, s = 3) Block conv1;
  @Conv2d(in = 16, out = 32, k = 3, s = 2) Block conv2;
  @LSTM(in = 32, hidden = 64) Block rnn;
  @Linear(in = 64, out = 6) Block fc;
}

/* PyTorch 1.13.0:
parameters 31334
sizes N=2 N=3
c_in 20,3,48,64 30,3,48,64
conv1 20,16,15,20 30,16,15,20
relu 20,16,15,20 30,16,15,20
conv2 20,32,7,9 30,32,7,9
relu_1 20,32,7,9 30,32,7,9
c_out 20,32,1,1 30,32,1,1
r_in 2,10,32 3,10,32
r_in_1 10,2,32 10,3,32
rnn 10,2,64;1,2,64;1,2,64; 10,3,64;1,3,64;1,3,64;
getitem 2,64 3,64
fc 2,6 3,6
log_softmax 2,6 3,6
*/
