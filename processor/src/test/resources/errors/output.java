/*
Why: `@Output` is a comment that the compiler checks: the layer, or the model, must produce that shape.

Repair: Find out which of the two is meant: change the declared shape, or the layer.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
class Model {
  @Conv2d(in = 3, out = 8, k = 5)
  @Output({8, 28, 24})
  Object conv;
}
