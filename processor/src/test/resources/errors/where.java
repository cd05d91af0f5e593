/*
Why: `where` holds comparisons of the free sizes: `H % 32 == 0 and H >= 64`.

Repair: Use the names of the free axes, which the message gives.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input(value = {3, -1, -1}, where = "H % 32")
class Model {
  @Conv2d(in = 3, out = 8, k = 3, p = 1) Object conv;
}
