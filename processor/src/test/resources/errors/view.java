/*
Why: A view has as many values as what it shows, for every size of the batch.

Repair: Keep the batch with `x.size(0)` and let -1 be inferred: `x.view(x.size(0), -1)`.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({20, 10, 10})
@Forward("""
    x = x.view(-1, 320)
    return fc(x)
    """)
class Model {
  @Linear(in = 320, out = 10) Object fc;
}
