package bad;

import io.github.shapecheck.Forward;
import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** What a number that a free size decides would decide. */
class FreeFloats {
  @Input({-1, 8})
  @Forward("if math.sqrt(x.size(1)) > 4:\n    x = fc(x)\nreturn x") // BUG: "if math.sqrt(x.size(1)) > 4:\n    x = fc(x)\nreturn x" [ways-differ] ...
  static class Decides {
    @Linear(in = 8, out = 2) Block fc;
  }

  @Input({-1, 8})
  @Forward("return x.new_ones(int(x.size(1) ** 0.5), 8)") // LINT: "return x.new_ones(int(x.size(1) ** 0.5), 8)" [unchecked] the shape of what new_ones gives is not known while compiling: nothing behind it is checked
  static class Counts {}

  /** The next power of two is no formula of a size. */
  @Input({-1, 5})
  @Forward("t = x.size(1)\nreturn F.pad(x, (0, 0, 0, 2 ** math.ceil(math.log2(t)) - t))") // LINT: "t = x.size(1)\nreturn F.pad(x, (0, 0, 0, 2 ** math.ceil(math.log2(t)) - t))" [unchecked] the shape of what pad gives is not known while compiling: nothing behind it is checked
  static class NextPower {}
}
