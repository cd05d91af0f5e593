/*
Why: A function, a layer or a module was given more arguments than it takes, or a list of the wrong length.

Repair: The message says how many there may be.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.ReLU;

@Input({8, 12, 10})
@Forward("""
    return relu(x, x, x)
    """)
class Model {
  @ReLU Object relu;
}
