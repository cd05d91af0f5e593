package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20}, name = "x", dtype = long.class)
@Forward("""
    x = self.emb(x)
    h0 = torch.zeros(3, x.size(0), 48).to(x.device)
    out, h_n = self.gru(x, h0)
    avg_pool = torch.mean(out, 1)
    max_pool, _ = torch.max(out, 1)
    last = out[:, -1, :]
    out = torch.cat([avg_pool, max_pool, last], dim=-1)
    out = self.fc(out)
    return out.log_softmax(-1)
    """)
class GruClassifier {
  static class Block {}

  @Embedding(num = 1000, dim = 32) Block emb;
  @GRU(in = 32, hidden = 48, layers = 3, batchFirst = true) Block gru;
  @Submodule(Layers.class) Block fc;

  @Params("")
  static class Layers {
    @Linear(in = 144, out = 24) Block l0;
    @BatchNorm1d(24) Block l1;
    @ReLU Block l2;
    @Linear(in = 24, out = 2) Block l3;
  }
}

/* PyTorch 1.13.0:
parameters 75610
sizes N=2 N=3
x_1 2,20,32 3,20,32
zeros 3,2,48 3,3,48
to 3,2,48 3,3,48
gru 2,20,48;3,2,48; 3,20,48;3,3,48;
avg_pool 2,48 3,48
max 2,48;2,48; 3,48;3,48;
last 2,48 3,48
out 2,144 3,144
fc.l0 2,24 3,24
fc.l1 2,24 3,24
fc.l2 2,24 3,24
fc.l3 2,2 3,2
log_softmax 2,2 3,2
*/
