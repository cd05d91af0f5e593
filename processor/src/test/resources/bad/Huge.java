package bad;

import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** A size beyond 2^63 is an error, not a wrap-around. */
@Input({2000000000, 2000000000, 2000000000})
class Huge {
  @Flatten Block flat; // BUG: @Flatten [size-overflow] flat ...
}

class Outer {
  // LINT: static class Unchecked { [no-input] Outer.Unchecked has layers but no @Input, and no model uses it: its sizes are not checked; ...
  static class Unchecked {
    @Linear(in = 5, out = 2) Block fc;
  }
}
