package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {-1}, name = "text", axes = {"T"}, dtype = long.class)
@Input(value = {}, name = "label")
@Forward("""
    def forward(self, text, label):
        embedded = self.dropout(self.embedding(text))
        # embedded = [batch size, sent len, emb dim]
        output, (hidden, cell) = self.rnn(embedded)
        # hidden = [num layers * num directions, batch size, hid dim]
        hidden = self.dropout(torch.cat((hidden[-2, :, :], hidden[-1, :, :]), dim=1))
        predictions = self.fc(hidden).squeeze(1)
        loss = F.binary_cross_entropy_with_logits(predictions, label)
        return predictions, loss
    """)
class BiLstmSentiment {
  static class Block {}

  @Embedding(num = 25000, dim = 100) Block embedding;
  @LSTM(in = 100, hidden = 256, layers = 2, batchFirst = true, bidirectional = true) Block rnn;
  @Linear(in = 512, out = 1) Block fc;
  @Dropout Block dropout;
}

/* PyTorch 1.13.0:
parameters 4810657
sizes N=2,T=12 N=3,T=31
embedding 2,12,100 3,31,100
dropout 2,12,100 3,31,100
rnn 2,12,512;4,2,256;4,2,256; 3,31,512;4,3,256;4,3,256;
getitem 2,256 3,256
getitem_1 2,256 3,256
cat 2,512 3,512
dropout_1 2,512 3,512
fc 2,1 3,1
squeeze 2 3
loss () ()
*/
