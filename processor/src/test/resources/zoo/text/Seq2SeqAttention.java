package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {15}, name = "src", dtype = long.class)
@Input(value = {}, name = "tgt", dtype = long.class)
@Forward("""
    def forward(self, src, tgt):
        embedded = self.enc_embed(src)
        outputs, hidden = self.encoder(embedded)
        hidden = torch.tanh(self.bridge(torch.cat((hidden[-2], hidden[-1]), dim=1)))

        # attention
        src_len = outputs.shape[1]
        repeated = hidden.unsqueeze(1).repeat(1, src_len, 1)
        energy = torch.tanh(self.attn(torch.cat((repeated, outputs), dim=2)))
        attention = self.v(energy).squeeze(2)
        a = F.softmax(attention, dim=1).unsqueeze(1)
        weighted = torch.bmm(a, outputs)

        dec = self.dec_embed(tgt).unsqueeze(1)
        rnn_input = torch.cat((dec, weighted), dim=2)
        output, h = self.decoder(rnn_input, hidden.unsqueeze(0))
        prediction = self.fc_out(torch.cat((output.squeeze(1), weighted.squeeze(1), dec.squeeze(1)), dim=1))
        return prediction, h.squeeze(0), a.squeeze(1)
    """)
class Seq2SeqAttention {
  static class Block {}

  @Embedding(num = 7000, dim = 64) Block enc_embed;
  @GRU(in = 64, hidden = 100, batchFirst = true, bidirectional = true) Block encoder;
  @Linear(in = 200, out = 100) Block bridge;
  @Embedding(num = 6000, dim = 64) Block dec_embed;
  @Linear(in = 300, out = 100) Block attn;
  @Linear(in = 100, out = 1, bias = false) Block v;
  @GRU(in = 264, hidden = 100, batchFirst = true) Block decoder;
  @Linear(in = 364, out = 6000) Block fc_out;
}

/* PyTorch 1.13.0:
parameters 3281700
sizes N=2 N=3
embedded 2,15,64 3,15,64
encoder 2,15,200;2,2,100; 3,15,200;2,3,100;
getitem 2,100 3,100
getitem_1 2,100 3,100
cat 2,200 3,200
bridge 2,100 3,100
tanh 2,100 3,100
unsqueeze 2,1,100 3,1,100
repeat 2,15,100 3,15,100
cat_1 2,15,300 3,15,300
attn 2,15,100 3,15,100
tanh_1 2,15,100 3,15,100
v 2,15,1 3,15,1
squeeze 2,15 3,15
softmax 2,15 3,15
unsqueeze_1 2,1,15 3,1,15
weighted 2,1,200 3,1,200
dec_embed 2,64 3,64
unsqueeze_2 2,1,64 3,1,64
rnn_input 2,1,264 3,1,264
unsqueeze_3 1,2,100 1,3,100
decoder 2,1,100;1,2,100; 3,1,100;1,3,100;
squeeze_1 2,100 3,100
squeeze_2 2,200 3,200
squeeze_3 2,64 3,64
cat_2 2,364 3,364
fc_out 2,6000 3,6000
squeeze_4 2,100 3,100
squeeze_5 2,15 3,15
*/
