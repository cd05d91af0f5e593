package good;

import io.github.shapecheck.Input;
import io.github.shapecheck.Output;
import io.github.shapecheck.nn.*;
import stubs.Block;

class Nesting {
  @Input({3, 17, 23})
  @Output({5, 17, 23})
  private static class Hidden {
    @Conv2d(in = 3, out = 5, k = 3, p = 1) private static final Block conv = null;
  }

  class Inner {
    @Input(19)
    @Output(7)
    class Deep {
      @Linear(in = 19, out = 7) private Block fc;
    }
  }

  interface Face {
    @Input(19)
    @Output(7)
    record Deeper(@Linear(out = 7) Block fc) {}
  }
}
