/*
Why: `@Forward` takes the body of a PyTorch forward pass, `@TorchModule` a Python file. What Python would not read is told at the first place where it cannot go on.

Repair: Put the line right by Python's own rules: brackets that close, a colon behind `if`, `for` and `def`, blocks indented alike.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
@Forward("""
    x = conv(x)
    x = x.flatten(1
    return x
    """)
class Model {
  @Conv2d(in = 3, out = 8, k = 5) Object conv;
}
