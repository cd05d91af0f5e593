package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {80, 33}, name = "x")
@Forward("""
    # Save these for later
    residual = x
    seq_len = x.size(-1)
    conv_bank = []
    c = self.bank1(x)
    conv_bank.append(c[:, :, :seq_len])
    c = self.bank2(x)
    conv_bank.append(c[:, :, :seq_len])
    c = self.bank3(x)
    conv_bank.append(c[:, :, :seq_len])
    # Stack along the channel axis
    conv_bank = torch.cat(conv_bank, dim=1)
    # dump the last padding to fit residual
    x = self.maxpool(conv_bank)[:, :, :seq_len]
    x = self.proj2(self.proj1(x))
    x = x + residual
    # Through the highways
    x = x.transpose(1, 2)
    x1 = self.W1(x)
    x2 = self.W2(x)
    g = torch.sigmoid(x2)
    x = g * F.relu(x1) + (1. - g) * x
    # And then the RNN
    x, _ = self.rnn(x)
    y = self.postnet2(self.postnet(residual)) + residual
    return x, y.transpose(1, 2)
    """)
class PostNetCbhg {
  static class Block {}

  @Conv1d(in = 80, out = 24, k = 1, bias = false) @BatchNorm1d(24) @ReLU Block bank1;
  @Conv1d(in = 80, out = 24, k = 2, p = 1, bias = false) @BatchNorm1d(24) @ReLU Block bank2;
  @Conv1d(in = 80, out = 24, k = 3, p = 1, bias = false) @BatchNorm1d(24) @ReLU Block bank3;
  @MaxPool1d(k = 2, s = 1, p = 1) Block maxpool;
  @Conv1d(in = 72, out = 40, k = 3, p = 1) Block proj1;
  @Conv1d(in = 40, out = 80, k = 3, p = 1) Block proj2;
  @Linear(in = 80, out = 80) Block W1;
  @Linear(in = 80, out = 80) Block W2;
  @GRU(in = 80, hidden = 32, batchFirst = true, bidirectional = true) Block rnn;
  @Conv1d(in = 80, out = 48, k = 5, p = 2) @BatchNorm1d(48) @Tanh Block postnet;
  @Conv1d(in = 48, out = 80, k = 5, p = 2) Block postnet2;
}

/* PyTorch 1.13.0:
parameters 103496
sizes N=2 N=3
bank1 2,24,33 3,24,33
bank1_1 2,24,33 3,24,33
bank1_2 2,24,33 3,24,33
getitem 2,24,33 3,24,33
bank2 2,24,34 3,24,34
bank2_1 2,24,34 3,24,34
bank2_2 2,24,34 3,24,34
getitem_1 2,24,33 3,24,33
bank3 2,24,33 3,24,33
bank3_1 2,24,33 3,24,33
bank3_2 2,24,33 3,24,33
getitem_2 2,24,33 3,24,33
conv_bank 2,72,33 3,72,33
maxpool 2,72,34 3,72,34
getitem_3 2,72,33 3,72,33
proj1 2,40,33 3,40,33
proj2 2,80,33 3,80,33
x_1 2,80,33 3,80,33
x_2 2,33,80 3,33,80
x1 2,33,80 3,33,80
x2 2,33,80 3,33,80
g 2,33,80 3,33,80
relu 2,33,80 3,33,80
mul 2,33,80 3,33,80
sub 2,33,80 3,33,80
mul_1 2,33,80 3,33,80
add 2,33,80 3,33,80
rnn 2,33,64;2,2,32; 3,33,64;2,3,32;
postnet 2,48,33 3,48,33
postnet_1 2,48,33 3,48,33
postnet_2 2,48,33 3,48,33
postnet2 2,80,33 3,80,33
add_1 2,80,33 3,80,33
transpose 2,33,80 3,33,80
*/
