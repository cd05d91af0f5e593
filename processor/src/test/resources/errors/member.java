/*
Why: Some members have no default but may be written under two names, such as `k` and `value` of a pool; one of them must be there. Sizes of `@Parameter`, `@Buffer`
and `@Output` are at least 1.

Repair: Give the number.
*/
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.MaxPool2d;

@Input({3, 32, 24})
class Model {
  @MaxPool2d(s = 2) Object pool;
}
