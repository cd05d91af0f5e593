/*
Why: Two tensors are combined element by element when their sizes agree from the last axis on, or are 1.

Repair: Bring both to one shape; a skip connection needs a 1x1 convolution where the channels change, and the same stride.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({8, 12, 10})
@Forward("""
    return x + conv(x)
    """)
class Model {
  @Conv2d(in = 8, out = 16, k = 3, p = 1) Object conv;
}
