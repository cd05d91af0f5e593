package io.github.shapecheck.example;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Params;
import io.github.shapecheck.nn.Dropout;
import io.github.shapecheck.nn.GELU;
import io.github.shapecheck.nn.LayerNorm;
import io.github.shapecheck.nn.Linear;
import io.github.shapecheck.nn.MultiheadAttention;

/** One block of a vision transformer. */
@Params("")
@Forward(
    """
    y = norm1(x)
    y, _ = attention(y, y, y, need_weights=False)
    x = x + dropout(y)
    y = narrow(widen(norm2(x)))
    return x + y
    """)
class EncoderBlock {
  @LayerNorm(768)
  Block norm1;

  @MultiheadAttention(dim = 768, heads = 12, batchFirst = true)
  Block attention;

  @Dropout(0.1)
  Block dropout;

  @LayerNorm(768)
  Block norm2;

  @Linear(in = 768, out = 3072)
  @GELU
  @Dropout(0.1)
  Block widen;

  @Linear(in = 3072, out = 768)
  @Dropout(0.1)
  Block narrow;
}
