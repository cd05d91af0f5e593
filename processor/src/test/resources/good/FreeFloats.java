package good;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Numbers that free sizes decide and that only scale. */
class FreeFloats {
  @Input({-1, 8})
  @Output({-1, 2})
  @Forward(
      """
      n, t, c = x.shape
      y = fc(x) * n ** -0.5 + (t * n) ** -1
      y = y / t ** .5 - math.log(t, 2) * (t / n) ** 2
      return y * max(math.sqrt(t), 1.0) if math.exp(t) > 3 else y
      """)
  static class Scales {
    @Linear(in = 8, out = 2) Block fc;
  }

  /** Numbers that a free size gives scale, and no shape hangs on them. */
  @Input({-1, 7})
  @Output({-1, 7})
  @Forward(
      """
      t = x.size(1)
      scale = math.log(t, 10) / math.sqrt(t) + t ** -0.5 * math.exp(-t)
      if math.log2(t) > 3:
          x = x * t ** 0.5
      return x * scale + 2 ** t
      """)
  static class ScalesByPowers {}
}
