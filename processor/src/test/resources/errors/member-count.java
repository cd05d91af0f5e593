/*
Why: A member such as `k` takes one number for all axes, or one for each axis of the layer.

Repair: One number, or as many as the layer has axes.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
class Model {
  @Conv2d(in = 3, out = 8, k = {3, 5, 7}) Object conv;
}
