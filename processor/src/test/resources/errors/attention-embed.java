/*
Why: Attention projects queries of `dim` values, keys of `kdim` and values of `vdim`; the last axis of what arrives must be that long.

Repair: Make the embedding and the attention of one width, or project in between.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.MultiheadAttention;

@Input({10, 96})
@Forward("""
    out, weights = attention(x, x, x)
    return out
    """)
class Model {
  @MultiheadAttention(dim = 64, heads = 8, batchFirst = true) Object attention;
}
