/*
Why: Class indices are integers, probabilities are floating-point numbers.

Repair: Declare the labels as what they are: `dtype = long.class` for class indices.
*/
import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({12})
@Input(value = {}, name = "y")
@Forward("""
    return cross_entropy(fc(x), y)
    """)
class Model {
  @Linear(in = 12, out = 10) Object fc;
}
