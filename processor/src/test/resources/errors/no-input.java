/*
Why: Without an `@Input` nothing is known of the sizes that arrive, so a class with layers is only checked where a model uses it as a `@Submodule`. If no model does,
its sizes are not checked at all.

Repair: Give it its `@Input`. If it is a module for others, say so by `@Params("")`, or with the parameters that it takes.
*/
import io.github.shapecheck.nn.Conv2d;

class Model {
  @Conv2d(in = 3, out = 8, k = 5) Object conv;
}
