/*
Why: The model costs more than its `@Budget` allows.

Repair: Make the most expensive layers smaller, which the message names, or allow more.
*/
import io.github.shapecheck.Budget;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 32, 24})
@Budget(params = 1_000)
class Model {
  @Conv2d(in = 3, out = 8, k = 5) Object conv;
  @Conv2d(in = 8, out = 16, k = 5) Object wide;
}
