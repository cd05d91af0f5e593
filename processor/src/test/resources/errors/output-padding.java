/*
Why: Output padding chooses among the sizes that a convolution of that stride would have rounded down to the same one: only as many as the stride or the dilation, less one.

Repair: Take a smaller output padding, or pad afterwards.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.ConvTranspose2d;

@Input({8, 12, 10})
class Model {
  @ConvTranspose2d(in = 8, out = 4, k = 3, s = 2, outputPadding = 2) Object up;
}
