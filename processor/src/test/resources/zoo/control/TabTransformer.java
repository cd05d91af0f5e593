package zoo.control;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {6}, name = "cats", dtype = long.class)
@Input(value = {9}, name = "nums")
@Forward("""
    def forward(self, cats, nums):
        x = self.layer(self.embed(cats))
        x = torch.cat((x.flatten(1), self.norm(nums)), dim=-1)
        return self.out(self.head(x)).squeeze(-1).sigmoid()
    """)
class TabTransformer {
  static class Block {}

  @Embedding(num = 50, dim = 32) Block embed;
  @TransformerEncoderLayer(dim = 32, heads = 8, feedforward = 64, batchFirst = true) Block layer;
  @LayerNorm({9}) Block norm;
  @Linear(in = 201, out = 64) @SELU @AlphaDropout(0.1) Block head;
  @Linear(in = 64, out = 1) Block out;
}

/* PyTorch 1.13.0:
parameters 23155
sizes N=2 N=3
embed 2,6,32 3,6,32
layer 2,6,32 3,6,32
flatten 2,192 3,192
norm 2,9 3,9
cat 2,201 3,201
head 2,64 3,64
head_1 2,64 3,64
head_2 2,64 3,64
out 2,1 3,1
squeeze 2 3
sigmoid 2 3
*/
