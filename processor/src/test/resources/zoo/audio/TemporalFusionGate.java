package zoo.audio;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {36, 20}, name = "x")
@Input(value = {8}, name = "static")
@Forward("""
    def forward(self, x, static):
        ctx = self.ctx(static).unsqueeze(1)
        h = F.elu(self.lin(x) + ctx)
        h = self.lin2(h)
        h = F.glu(self.gate(h))
        h = self.norm(x + h)
        h, (hn, cn) = self.lstm(h)
        mask = torch.triu(torch.ones(36, 36), diagonal=1).bool()
        attn_output, attn_output_weights = self.attn(h, h, h, attn_mask=mask)
        q = self.quantiles(attn_output[:, -12:])
        return q
    """)
class TemporalFusionGate {
  static class Block {}

  @Linear(in = 20, out = 32) Block lin;
  @Linear(in = 8, out = 32, bias = false) Block ctx;
  @Linear(in = 32, out = 32) Block lin2;
  @Linear(in = 32, out = 40) Block gate;
  @LayerNorm({20}) Block norm;
  @LSTM(in = 20, hidden = 20, batchFirst = true) Block lstm;
  @MultiheadAttention(dim = 20, heads = 4, batchFirst = true) Block attn;
  @Linear(in = 20, out = 3) Block quantiles;
}

/* PyTorch 1.13.0:
parameters 8447
sizes N=2 N=3
ctx 2,32 3,32
unsqueeze 2,1,32 3,1,32
lin 2,36,32 3,36,32
add 2,36,32 3,36,32
elu 2,36,32 3,36,32
h 2,36,32 3,36,32
gate 2,36,40 3,36,40
glu 2,36,20 3,36,20
add_1 2,36,20 3,36,20
norm 2,36,20 3,36,20
lstm 2,36,20;1,2,20;1,2,20; 3,36,20;1,3,20;1,3,20;
ones 36,36 36,36
triu 36,36 36,36
bool 36,36 36,36
attn 2,36,20;2,36,36; 3,36,20;3,36,36;
getitem 2,12,20 3,12,20
quantiles 2,12,3 3,12,3
*/
