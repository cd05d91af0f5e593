package bad;

import io.github.shapecheck.Input;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Places in records, nested classes, constants and superclasses. */
class Places {
  static final int WIDTH = 1620;

  @Input(19)
  record Row(@Linear(in = 18, out = 7) Block fc) {} // BUG: 18 [linear-in] fc expects 18 features but receives 19

  @Input(19)
  private static final class Hidden {
    @Linear(in = WIDTH, out = 7) private static final Block fc = null; // BUG: WIDTH [linear-in] fc expects 1620 features but receives 19
  }

  @Input(19)
  static class Child extends Parent {
    @Linear(in = 5, out = 7) Block second;
  }

  static class Parent {
    @Linear(in = 18, out = 5) private Block first; // BUG: 18 [linear-in] first expects 18 features but receives 19
  }
}
