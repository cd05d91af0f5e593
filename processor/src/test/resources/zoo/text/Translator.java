package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {18}, name = "src", dtype = long.class)
@Input(value = {21}, name = "trg", dtype = long.class)
@Forward("""
    def forward(self, src, trg):
        src_emb = self.src(src) * math.sqrt(64)
        tgt_emb = self.tgt(trg) * math.sqrt(64)
        tgt_mask = torch.triu(torch.full((21, 21), float("-inf")), diagonal=1)
        outs = self.transformer(src_emb, tgt_emb, None, tgt_mask)
        return self.generator(outs)
    """)
class Translator {
  static class Block {}

  @Embedding(num = 500, dim = 64) Block src;
  @Embedding(num = 600, dim = 64) Block tgt;
  @Transformer(dim = 64, heads = 4, encoderLayers = 2, decoderLayers = 3, feedforward = 128, batchFirst = true) Block transformer;
  @Linear(in = 64, out = 600) Block generator;
}

/* PyTorch 1.13.0:
parameters 327320
sizes N=2 N=3
src_1 2,18,64 3,18,64
mul 2,18,64 3,18,64
tgt 2,21,64 3,21,64
mul_1 2,21,64 3,21,64
full 21,21 21,21
triu 21,21 21,21
outs 2,21,64 3,21,64
generator 2,21,600 3,21,600
*/
