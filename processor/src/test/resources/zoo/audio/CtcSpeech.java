package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {80, 120}, name = "x")
@Input(value = {20}, name = "targets", dtype = long.class)
@Input(value = {}, name = "input_lengths", dtype = long.class)
@Input(value = {}, name = "target_lengths", dtype = long.class)
@Forward("""
    def forward(self, x, targets, input_lengths, target_lengths):
        x = self.cnn(x)
        x = x.permute(2, 0, 1)
        x, _ = self.lstm(x)
        logp = F.log_softmax(self.out(x), dim=-1)
        loss = self.ctc(logp, targets, input_lengths, target_lengths)
        return logp
    """)
class CtcSpeech {
  static class Block {}

  @Conv1d(in = 80, out = 64, k = 5, s = 2, p = 2) @GELU @Dropout(0.1) Block cnn;
  @LSTM(in = 64, hidden = 96, layers = 2, bidirectional = true) Block lstm;
  @Linear(in = 192, out = 29) Block out;
  @CTCLoss(blank = 28) Block ctc;
}

/* PyTorch 1.13.0:
parameters 378397
sizes N=2 N=3
cnn 2,64,60 3,64,60
cnn_1 2,64,60 3,64,60
cnn_2 2,64,60 3,64,60
x_1 60,2,64 60,3,64
lstm 60,2,192;4,2,96;4,2,96; 60,3,192;4,3,96;4,3,96;
out 60,2,29 60,3,29
log_softmax 60,2,29 60,3,29
loss () ()
*/
