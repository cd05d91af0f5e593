package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {10, 16}, name = "x", dtype = long.class)
@Forward("""
    batch, words, length = x.shape
    x = self.chars(x.view(-1, length))
    x = x.permute(0, 2, 1)
    x = torch.tanh(self.conv(x))
    x = x.max(dim=2).values
    g = torch.sigmoid(self.gate(x))
    x = g * F.relu(self.trans(x)) + (1 - g) * x
    x = x.view(batch, words, -1)
    out, (h, c) = self.lstm(x)
    return out
    """)
class HighwayChars {
  static class Block {}

  @Embedding(num = 96, dim = 15) Block chars;
  @Conv1d(in = 15, out = 60, k = 5) Block conv;
  @Linear(in = 60, out = 60) Block gate;
  @Linear(in = 60, out = 60) Block trans;
  @LSTM(in = 60, hidden = 40, batchFirst = true, proj = 20) Block lstm;
}

/* PyTorch 1.13.0:
parameters 27240
sizes N=2 N=3
view 20,16 30,16
chars 20,16,15 30,16,15
x_1 20,15,16 30,15,16
conv 20,60,12 30,60,12
tanh 20,60,12 30,60,12
x_2 20,60;20,60; 30,60;30,60;
gate 20,60 30,60
sigmoid 20,60 30,60
trans 20,60 30,60
relu 20,60 30,60
mul 20,60 30,60
sub 20,60 30,60
mul_1 20,60 30,60
add 20,60 30,60
x_3 2,10,60 3,10,60
lstm 2,10,20;1,2,20;1,2,40; 3,10,20;1,3,20;1,3,40;
*/
