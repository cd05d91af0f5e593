package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {9, 10}, name = "x")
@Input(value = {2, 20}, name = "h0", batchAxis = 1)
@Forward("""
    def forward(self, x, h0):
        c0 = torch.zeros_like(h0)
        out, (hn, cn) = self.lstm(x, (h0, c0))
        out, h = self.gru(out)
        h = h.view(1, 2, x.size(0), 15)[-1]
        h = h.transpose(0, 1).reshape(x.size(0), -1)
        hx, cx = self.cell(out[:, 0])
        hx, cx = self.cell(out[:, 1, :], (hx, cx))
        r = self.rnn(hx)
        a = torch.softmax(self.attend(torch.tanh(out)), dim=1)
        context = torch.sum(a * out, dim=1)
        both = torch.cat((out[:, -1, :15], out[:, 0, 15:]), 1)
        return context + h + both, r, hn[-1]
    """)
class RecurrentStates {
  static class Block {}

  @LSTM(in = 10, hidden = 20, layers = 2, batchFirst = true) Block lstm;
  @GRU(in = 20, hidden = 15, batchFirst = true, bidirectional = true) Block gru;
  @LSTMCell(in = 30, hidden = 12) Block cell;
  @RNNCell(in = 12, hidden = 6) Block rnn;
  @Linear(in = 30, out = 1, bias = false) Block attend;
}

/* PyTorch 1.13.0:
parameters 11512
sizes N=2 N=3
c0 2,2,20 2,3,20
lstm 2,9,20;2,2,20;2,2,20; 3,9,20;2,3,20;2,3,20;
gru 2,9,30;2,2,15; 3,9,30;2,3,15;
view 1,2,2,15 1,2,3,15
getitem 2,2,15 2,3,15
transpose 2,2,15 3,2,15
reshape 2,30 3,30
getitem_1 2,30 3,30
cell 2,12;2,12; 3,12;3,12;
getitem_2 2,30 3,30
cell_1 2,12;2,12; 3,12;3,12;
r 2,6 3,6
tanh 2,9,30 3,9,30
attend 2,9,1 3,9,1
softmax 2,9,1 3,9,1
mul 2,9,30 3,9,30
sum 2,30 3,30
getitem_3 2,15 3,15
getitem_4 2,15 3,15
cat 2,30 3,30
add 2,30 3,30
add_1 2,30 3,30
getitem_5 2,20 3,20
*/
