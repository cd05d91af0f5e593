/*
Why: Every kernel of a convolution is as deep as its input has channels, so `in` must be the `out` of the layer before, or the channels of the input.

Repair: Take the number of channels that arrives. `in = 0` lets shapecheck infer it.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
class Model {
  @Conv2d(in = 3, out = 16, k = 3) Object conv1;
  @Conv2d(in = 12, out = 20, k = 5) Object conv2;
}
