/*
Why: Each head attends to an equal share of the embedding, so the heads must divide it.

Repair: Take a number of heads that divides `dim`.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.MultiheadAttention;

@Input({10, 64})
@Forward("""
    out, weights = attention(x, x, x)
    return out
    """)
class Model {
  @MultiheadAttention(dim = 64, heads = 6, batchFirst = true) Object attention;
}
