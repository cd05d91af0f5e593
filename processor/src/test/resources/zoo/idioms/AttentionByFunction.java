package zoo.idioms;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {11, 32}, name = "q", batchAxis = 1)
@Input(value = {7, 32}, name = "k", batchAxis = 1)
@Forward("""
    def forward(self, q, k):
        out, weights = F.multi_head_attention_forward(
            q, k, k, 32, 4, self.in_w, self.in_b, None, None, False, 0.0, self.out_w, self.out_b,
            training=False, need_weights=True)
        return out, weights
    """)
class AttentionByFunction {
  static class Block {}

  @Parameter({96, 32}) Block in_w;
  @Parameter({96}) Block in_b;
  @Parameter({32, 32}) Block out_w;
  @Parameter({32}) Block out_b;
}

/* PyTorch 1.13.0:
parameters 4224
sizes N=2 N=3
multi_head_attention_forward 11,2,32;2,11,7; 11,3,32;3,11,7;
*/
