package zoo.text;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {12, 64}, name = "x")
@Input(value = {17, 48}, name = "memory")
@Input(value = {17}, name = "mask", dtype = boolean.class)
@Forward("""
    def forward(self, x, memory, mask):
        h, _ = self.self_attn(x, x, x, need_weights=False)
        x = self.norm1(x + h)
        h, weights = self.cross_attn(query=x, key=memory, value=memory, key_padding_mask=mask)
        x = self.norm2(x + h)
        return x, weights
    """)
class CrossEncoder {
  static class Block {}

  @MultiheadAttention(dim = 64, heads = 4, batchFirst = true) Block self_attn;
  @MultiheadAttention(dim = 64, heads = 8, kdim = 48, vdim = 48, batchFirst = true) Block cross_attn;
  @LayerNorm({64}) Block norm1;
  @LayerNorm({64}) Block norm2;
}

/* PyTorch 1.13.0:
parameters 31488
sizes N=2 N=3
self_attn 2,12,64; 3,12,64;
add 2,12,64 3,12,64
norm1 2,12,64 3,12,64
cross_attn 2,12,64;2,12,17; 3,12,64;3,12,17;
add_1 2,12,64 3,12,64
norm2 2,12,64 3,12,64
*/
