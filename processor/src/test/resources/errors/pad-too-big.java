/*
Why: A reflection can mirror at most as many cells as there are beside the border one; a circular padding wraps around once at most.

Repair: Pad less, or pad with zeros or replicas, which go as far as one likes.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.ReflectionPad2d;

@Input({3, 12, 20})
class Model {
  @ReflectionPad2d(12) Object pad;
}
