/*
Why: A layer that needs at least one value got an axis of none.

Repair: Find the step above that made the axis empty.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 12, 20})
@Forward("""
    x = x[:, :, 5:5]
    return conv(x)
    """)
class Model {
  @Conv2d(in = 3, out = 8, k = 3) Object conv;
}
