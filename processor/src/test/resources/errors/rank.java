/*
Why: A layer over maps takes `[N, C, sizes...]`, or `[C, sizes...]` for one sample without a batch. Anything else has lost or gained an axis on the way.

Repair: A layer of the right number of axes, or a `view`, `unsqueeze` or `flatten` that puts the axes right.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({784})
class Model {
  @Conv2d(in = 1, out = 32, k = 3) Object conv;
}
