/*
Why: Predictions and labels must belong together: one class index for each row of scores.

Repair: Give the labels the shape that the message names.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({12})
@Input(value = {3}, name = "y", dtype = long.class)
@Forward("""
    return cross_entropy(fc(x), y)
    """)
class Model {
  @Linear(in = 12, out = 10) Object fc;
}
