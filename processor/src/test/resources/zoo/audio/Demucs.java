package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {2, 1000}, name = "mix")
@Forward("""
    x = self.enc1(mix)
    x = F.glu(self.rewrite1(x), dim=1)
    skip = x
    x = self.enc2(x)
    x = x.permute(2, 0, 1)
    x = self.lstm(x)[0]
    x = self.linear(x)
    x = x.permute(1, 2, 0)
    x = F.relu(self.dec2(x))
    x = x + skip[..., :x.shape[-1]]
    x = self.dec1(x)
    x = x.view(x.size(0), 4, 2, x.size(-1))
    return x
    """)
class Demucs {
  static class Block {}

  @Conv1d(in = 2, out = 16, k = 8, s = 4) @ReLU Block enc1;
  @Conv1d(in = 16, out = 32, k = 1) Block rewrite1;
  @Conv1d(in = 16, out = 32, k = 8, s = 4) @ReLU Block enc2;
  @LSTM(in = 32, hidden = 32, layers = 2, bidirectional = true) Block lstm;
  @Linear(in = 64, out = 32) Block linear;
  @ConvTranspose1d(in = 32, out = 16, k = 8, s = 4) Block dec2;
  @ConvTranspose1d(in = 16, out = 8, k = 8, s = 4) Block dec1;
}

/* PyTorch 1.13.0:
parameters 54152
sizes N=2 N=3
enc1 2,16,249 3,16,249
enc1_1 2,16,249 3,16,249
rewrite1 2,32,249 3,32,249
glu 2,16,249 3,16,249
enc2 2,32,61 3,32,61
enc2_1 2,32,61 3,32,61
x 61,2,32 61,3,32
x_1 61,2,64;4,2,32;4,2,32; 61,3,64;4,3,32;4,3,32;
x_2 61,2,32 61,3,32
x_3 2,32,61 3,32,61
dec2 2,16,248 3,16,248
relu 2,16,248 3,16,248
getitem 2,16,248 3,16,248
add 2,16,248 3,16,248
x_4 2,8,996 3,8,996
x_5 2,4,2,996 3,4,2,996
*/
