/*
Why: A tensor that is computed and never read is work for nothing, and mostly a wrong name a line later, or a view whose result was not assigned: methods without an
underscore change nothing in place. Names that begin with an underscore are meant to be unused.

Repair: Use the value, assign the result, or drop the line.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({12, 9})
@Forward("""
    h = relu(fc1(x))
    return fc2(x)
    """)
class Model {
  @Linear(in = 9, out = 9) Object fc1;
  @Linear(in = 9, out = 7) Object fc2;
}
