/*
Why: A kernel must find room on the padded input at least once: `d * (k - 1) + 1` cells must not be more than `size + 2 * p`. The check comes before any division.

Repair: A smaller kernel, more padding, less dilation, or a larger input.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 6})
class Model {
  @Conv2d(in = 3, out = 8, k = 5, d = 2) Object conv;
}
