package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1100}, name = "x")
@Input(value = {80, 8}, name = "mels")
@Params("aux_dims = 8")
@Forward("""
    def forward(self, x, mels):
        bsize = x.size(0)
        h1 = torch.zeros(1, bsize, 64, device=x.device)
        h2 = torch.zeros(1, bsize, 64, device=x.device)

        aux = self.conv_out(F.relu(self.batch_norm(self.conv_in(mels))))
        aux = aux.unsqueeze(1)
        # Stretch2d
        b, c, h, w = aux.size()
        aux = aux.unsqueeze(-1).unsqueeze(3)
        aux = aux.repeat(1, 1, 1, 1, 1, 275)
        aux = aux.view(b, c, h * 1, w * 275)
        aux = aux.squeeze(1)
        m = mels.unsqueeze(1)
        m = self.up_conv(F.interpolate(m, scale_factor=(1, 275)))
        m = m.squeeze(1)[:, :, 550:-550]
        mels = m.transpose(1, 2)
        aux = aux.transpose(1, 2)

        aux_idx = [self.aux_dims * 0, self.aux_dims * 1, self.aux_dims * 2, self.aux_dims * 3, self.aux_dims * 4]
        a1 = aux[:, :, aux_idx[0]:aux_idx[1]]
        a2 = aux[:, :, aux_idx[1]:aux_idx[2]]
        a3 = aux[:, :, aux_idx[2]:aux_idx[3]]
        a4 = aux[:, :, aux_idx[3]:aux_idx[4]]

        x = torch.cat([x.unsqueeze(-1), mels, a1], dim=2)
        x = self.I(x)
        res = x
        x, _ = self.rnn1(x, h1)

        x = x + res
        res = x
        x = torch.cat([x, a2], dim=2)
        x, _ = self.rnn2(x, h2)

        x = x + res
        x = torch.cat([x, a3], dim=2)
        x = F.relu(self.fc1(x))

        x = torch.cat([x, a4], dim=2)
        x = F.relu(self.fc2(x))
        return self.fc3(x)
    """)
class WaveRnn {
  static class Block {}

  @Conv1d(in = 80, out = 32, k = 5, bias = false) Block conv_in;
  @BatchNorm1d(32) Block batch_norm;
  @Conv1d(in = 32, out = 32, k = 1) Block conv_out;
  @Conv2d(in = 1, out = 1, k = {1, 551}, p = {0, 275}, bias = false) Block up_conv;
  @Linear(in = 89, out = 64) Block I;
  @GRU(in = 64, hidden = 64, batchFirst = true) Block rnn1;
  @GRU(in = 72, hidden = 64, batchFirst = true) Block rnn2;
  @Linear(in = 72, out = 64) Block fc1;
  @Linear(in = 72, out = 64) Block fc2;
  @Linear(in = 64, out = 30) Block fc3;
}

/* PyTorch 1.13.0:
parameters 82981
sizes N=2 N=3
h1 1,2,64 1,3,64
h2 1,2,64 1,3,64
conv_in 2,32,4 3,32,4
batch_norm 2,32,4 3,32,4
relu 2,32,4 3,32,4
conv_out 2,32,4 3,32,4
aux 2,1,32,4 3,1,32,4
unsqueeze 2,1,32,4,1 3,1,32,4,1
unsqueeze_1 2,1,32,1,4,1 3,1,32,1,4,1
aux_1 2,1,32,1,4,275 3,1,32,1,4,275
aux_2 2,1,32,1100 3,1,32,1100
aux_3 2,32,1100 3,32,1100
m 2,1,80,8 3,1,80,8
interpolate 2,1,80,2200 3,1,80,2200
up_conv 2,1,80,2200 3,1,80,2200
squeeze 2,80,2200 3,80,2200
getitem 2,80,1100 3,80,1100
mels_1 2,1100,80 3,1100,80
aux_4 2,1100,32 3,1100,32
a1 2,1100,8 3,1100,8
a2 2,1100,8 3,1100,8
a3 2,1100,8 3,1100,8
a4 2,1100,8 3,1100,8
unsqueeze_2 2,1100,1 3,1100,1
cat 2,1100,89 3,1100,89
x_1 2,1100,64 3,1100,64
rnn1 2,1100,64;1,2,64; 3,1100,64;1,3,64;
x_2 2,1100,64 3,1100,64
x_3 2,1100,72 3,1100,72
rnn2 2,1100,64;1,2,64; 3,1100,64;1,3,64;
x_4 2,1100,64 3,1100,64
x_5 2,1100,72 3,1100,72
fc1 2,1100,64 3,1100,64
relu_1 2,1100,64 3,1100,64
x_6 2,1100,72 3,1100,72
fc2 2,1100,64 3,1100,64
relu_2 2,1100,64 3,1100,64
fc3 2,1100,30 3,1100,30
*/
