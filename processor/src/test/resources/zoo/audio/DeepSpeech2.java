package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {1, 161, 201}, name = "x")
@Forward("""
    x = F.hardtanh(self.bn1(self.conv1(x)), 0, 20, inplace=True)
    x = F.hardtanh(self.bn2(self.conv2(x)), 0, 20, inplace=True)
    sizes = x.size()
    x = x.view(sizes[0], sizes[1] * sizes[2], sizes[3])  # Collapse feature dimension
    x = x.transpose(1, 2).transpose(0, 1).contiguous()  # TxNxH
    x, h = self.rnn1(x)
    x = x.view(x.size(0), x.size(1), 2, -1).sum(2).view(x.size(0), x.size(1), -1)  # (TxNxH*2) -> (TxNxH) by sum
    x, _ = self.rnn2(x)
    x = x.view(x.size(0), x.size(1), 2, -1).sum(2)
    t, n = x.size(0), x.size(1)
    x = x.view(t * n, -1)
    x = self.fc(x)
    x = x.view(t, n, -1)
    x = x.transpose(0, 1)
    return x.log_softmax(dim=-1)
    """)
class DeepSpeech2 {
  static class Block {}

  @Conv2d(in = 1, out = 32, k = {41, 11}, s = 2, p = {20, 5}) Block conv1;
  @BatchNorm2d(32) Block bn1;
  @Conv2d(in = 32, out = 32, k = {21, 11}, s = {2, 1}, p = {10, 5}) Block conv2;
  @BatchNorm2d(32) Block bn2;
  @GRU(in = 1312, hidden = 256, bidirectional = true) Block rnn1;
  @GRU(in = 256, hidden = 256, bidirectional = true) Block rnn2;
  @Linear(in = 256, out = 29, bias = false) Block fc;
}

/* PyTorch 1.13.0:
parameters 3459616
sizes N=2 N=3
conv1 2,32,81,101 3,32,81,101
bn1 2,32,81,101 3,32,81,101
hardtanh 2,32,81,101 3,32,81,101
conv2 2,32,41,101 3,32,41,101
bn2 2,32,41,101 3,32,41,101
hardtanh_1 2,32,41,101 3,32,41,101
x_1 2,1312,101 3,1312,101
transpose 2,101,1312 3,101,1312
transpose_1 101,2,1312 101,3,1312
contiguous 101,2,1312 101,3,1312
rnn1 101,2,512;2,2,256; 101,3,512;2,3,256;
view 101,2,2,256 101,3,2,256
sum 101,2,256 101,3,256
view_1 101,2,256 101,3,256
rnn2 101,2,512;2,2,256; 101,3,512;2,3,256;
view_2 101,2,2,256 101,3,2,256
sum_1 101,2,256 101,3,256
x_2 202,256 303,256
x_3 202,29 303,29
x_4 101,2,29 101,3,29
x_5 2,101,29 3,101,29
log_softmax 2,101,29 3,101,29
*/
