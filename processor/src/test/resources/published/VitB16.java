package published;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Parameter;
import io.github.shapecheck.Params;
import io.github.shapecheck.Submodule;
import io.github.shapecheck.nn.*;

@Input({3, 224, 224})
@Forward("""
    n = x.shape[0]
    x = conv_proj(x)
    x = x.reshape(n, 768, 196).permute(0, 2, 1)
    x = torch.cat([class_token.expand(n, -1, -1), x], dim=1)
    x = x + pos_embedding
    x = ln(layers(x))
    return head(x[:, 0])
    """)
class VitB16 {
  @Conv2d(in = 3, out = 768, k = 16, s = 16) Object conv_proj;
  @Parameter({1, 1, 768}) Object class_token;
  @Parameter({1, 197, 768}) Object pos_embedding;
  @Submodule(value = EncoderBlock.class, repeat = 12) Object layers;
  @LayerNorm(768) Object ln;
  @Linear(in = 768, out = 1000) Object head;

  @Params("")
  @Forward("""
      y = ln_1(x)
      y, _ = self_attention(y, y, y, need_weights=False)
      x = x + y
      y = gelu(fc1(ln_2(x)))
      return x + fc2(y)
      """)
  static class EncoderBlock {
    @LayerNorm(768) Object ln_1;
    @MultiheadAttention(dim = 768, heads = 12, batchFirst = true) Object self_attention;
    @LayerNorm(768) Object ln_2;
    @Linear(in = 768, out = 3072) Object fc1;
    @Linear(in = 3072, out = 768) Object fc2;
  }
}
