/*
Why: A size went beyond 2^63.

Repair: Nothing holds that many values; a number on the way is wrong.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Flatten;

@Input({2000000000, 2000000000, 2000000000})
class Model {
  @Flatten Object flatten;
}
