package zoo.speech;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {37, 24}, name = "input")
@Forward("""
    input = input.transpose(0, 1)
    residual = input
    x = self.ffn1_out(self.ffn1(input))
    x = x * 0.5 + residual

    residual = x
    x = self.self_attn_layer_norm(x)
    x, _ = self.self_attn(
        query=x,
        key=x,
        value=x,
        key_padding_mask=None,
        need_weights=False,
    )
    x = x + residual

    residual = x
    x = x.transpose(0, 1)
    x = self.layer_norm(x)
    x = x.transpose(1, 2)
    x = self.out(self.norm(self.depthwise(self.sequential(x))))
    x = x.transpose(1, 2)
    x = x.transpose(0, 1)
    x = residual + x
    x = self.final_layer_norm(x)
    return x.transpose(0, 1)
    """)
class ConformerConv {
  static class Block {}

  @LayerNorm({24}) @Linear(in = 24, out = 96) @SiLU @Dropout(0.1) Block ffn1;
  @Linear(in = 96, out = 24) Block ffn1_out;
  @LayerNorm({24}) Block self_attn_layer_norm;
  @MultiheadAttention(dim = 24, heads = 4) Block self_attn;
  @LayerNorm({24}) Block layer_norm;
  @Conv1d(in = 24, out = 48, k = 1) @GLU(dim = 1) Block sequential;
  @Conv1d(in = 24, out = 24, k = 31, p = 15, groups = 24) Block depthwise;
  @GroupNorm(groups = 1, channels = 24) Block norm;
  @SiLU @Conv1d(in = 24, out = 24, k = 1) @Dropout(0.1) Block out;
  @LayerNorm({24}) Block final_layer_norm;
}

/* PyTorch 1.13.0:
parameters 9936
sizes N=2 N=3
input_1 37,2,24 37,3,24
ffn1 37,2,24 37,3,24
ffn1_1 37,2,96 37,3,96
ffn1_2 37,2,96 37,3,96
ffn1_3 37,2,96 37,3,96
ffn1_out 37,2,24 37,3,24
mul 37,2,24 37,3,24
add 37,2,24 37,3,24
x 37,2,24 37,3,24
self_attn 37,2,24; 37,3,24;
x_1 37,2,24 37,3,24
x_2 2,37,24 3,37,24
x_3 2,37,24 3,37,24
x_4 2,24,37 3,24,37
sequential 2,48,37 3,48,37
sequential_1 2,24,37 3,24,37
depthwise 2,24,37 3,24,37
norm 2,24,37 3,24,37
out 2,24,37 3,24,37
out_1 2,24,37 3,24,37
out_2 2,24,37 3,24,37
x_5 2,37,24 3,37,24
x_6 37,2,24 37,3,24
x_7 37,2,24 37,3,24
x_8 37,2,24 37,3,24
transpose 2,37,24 3,37,24
*/
