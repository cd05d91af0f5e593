/*
Why: Only layers, modules and functions can be called.

Repair: A variable that is named like a layer hides it; `self.` finds the layer.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({12})
@Forward("""
    fc = fc(x)
    return fc(fc)
    """)
class Model {
  @Linear(in = 12, out = 12) Object fc;
}
