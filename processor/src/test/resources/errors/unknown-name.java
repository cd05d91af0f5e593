/*
Why: A name of the forward pass is a variable that was assigned before, an input, a field with a layer, or a function of PyTorch.

Repair: The message gives the nearest name that is known.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
@Forward("""
    x = conv(x)
    return xx
    """)
class Model {
  @Conv2d(in = 3, out = 8, k = 5) Object conv;
}
