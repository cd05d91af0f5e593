/*
Why: Java computes annotation values in `int`. A product beyond 2,147,483,647 wraps around and arrives negative.

Repair: A smaller number. No layer of that size would fit into memory.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.Linear;

@Input({7})
class Model {
  @Linear(in = 7, out = 50000 * 50000) Object fc;
}
