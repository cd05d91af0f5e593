package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {50}, name = "input", dtype = long.class)
@Input(value = {50}, name = "target", dtype = long.class)
@Forward("""
    def forward(self, input, target):
        h0 = input.new_zeros(2, input.size(0), 128, dtype=torch.float)
        encoded = self.encoder(input)
        output, hidden = self.rnn(encoded, h0)
        output = self.decoder(output.contiguous().view(-1, 128))
        loss = self.criterion(output, target.view(-1))
        perplexity = loss.exp()
        return loss
    """)
class CharRnn {
  static class Block {}

  @Embedding(num = 65, dim = 64) Block encoder;
  @RNN(in = 64, hidden = 128, layers = 2, batchFirst = true) Block rnn;
  @Linear(in = 128, out = 65) Block decoder;
  @CrossEntropyLoss Block criterion;
}

/* PyTorch 1.13.0:
parameters 70401
sizes N=2 N=3
h0 2,2,128 2,3,128
encoded 2,50,64 3,50,64
rnn 2,50,128;2,2,128; 3,50,128;2,3,128;
contiguous 2,50,128 3,50,128
view 100,128 150,128
decoder 100,65 150,65
view_1 100 150
criterion () ()
perplexity () ()
*/
