/*
Why: PyTorch computes the padding of `Padding.SAME` for stride 1 only; with a larger stride there is no padding that keeps the size.

Repair: Use stride 1, or give the padding in numbers.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.nn.Padding;

@Input({3, 32, 24})
class Model {
  @Conv2d(in = 3, out = 8, k = 5, s = 2, padding = Padding.SAME) Object conv;
}
