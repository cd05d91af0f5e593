/*
Why: `@Forward` takes the straight part of a PyTorch forward pass: assignments, calls, operators, subscripts. It has no loops and no branches.

Repair: Write the statement in the language; a loop over layers is a `@Submodule` with `repeat`, or its lines one by one.
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
