/*
Why: An input's sizes are at least 1, or -1 for a size that is not known before run time; its batch axis is one of its axes; its name and the names of its axes are its own.

Repair: Put the declaration right.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Conv2d;

@Input({3, 0, 24})
class Model {
  @Conv2d(in = 3, out = 8, k = 5) Object conv;
}
