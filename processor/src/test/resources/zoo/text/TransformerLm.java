package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {35}, name = "src", batchAxis = 1, dtype = long.class)
@Forward("""
    src = self.embedding(src) * math.sqrt(200)
    src = self.pos_encoder(src)
    src_mask = torch.triu(torch.ones(35, 35) * float('-inf'), diagonal=1)
    output = self.transformer_encoder(src, src_mask)
    output = self.linear(output)
    return output
    """)
class TransformerLm {
  static class Block {}

  @Submodule(PositionalEncoding.class) Block pos_encoder;
  @Embedding(num = 28782, dim = 200) Block embedding;
  @TransformerEncoder(dim = 200, heads = 2, layers = 2, feedforward = 200) Block transformer_encoder;
  @Linear(in = 200, out = 28782) Block linear;

  @Params("")
  @Forward("""
      x = x + self.pe[:x.size(0)]
      return self.dropout(x)
      """)
  static class PositionalEncoding {
    @Buffer({5000, 1, 200}) Block pe;
    @Dropout(0.1) Block dropout;
  }
}

/* PyTorch 1.13.0:
parameters 12025582
sizes N=2 N=3
embedding 35,2,200 35,3,200
mul 35,2,200 35,3,200
getitem 35,1,200 35,1,200
add 35,2,200 35,3,200
pos_encoder.dropout 35,2,200 35,3,200
ones 35,35 35,35
mul_1 35,35 35,35
triu 35,35 35,35
output 35,2,200 35,3,200
output_1 35,2,28782 35,3,28782
*/
