package bad.lint;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Layers and values that nobody uses. */
class Unused {
  @Input(20)
  @Forward("return fc(x)")
  static class Layers {
    @Linear(in = 20, out = 7) Block fc;
    @Dropout Block drop; // LINT: @Dropout [unused-layer] drop is declared but never applied; apply it in @Forward or remove it
    @Submodule(value = Head.class, repeat = 2) Block heads; // LINT: @Submodule(value = Head.class, repeat = 2) [unused-layer] heads is declared but never applied: its 112 parameters are kept but never trained; apply it in @Forward or remove it
    @CrossEntropyLoss Block criterion;
    @Buffer({7, 2}) Block positions;
    @SuppressWarnings("shapecheck:unused-layer")
    @Linear(in = 7, out = 2) Block later;
  }

  @Params("")
  static class Head {
    @Linear(in = 7, out = 7) Block fc;
  }

  /** A layer whose weights are shared is used, and so is one called like a Java keyword. */
  @Input(20)
  @Forward("""
      h = self.final(x)
      return F.linear(h, shared.weight)
      """)
  static class Shared {
    @Linear(in = 20, out = 7) Block final_;
    @Linear(in = 7, out = 3) Block shared;
  }

  @Input(20)
  // LINT: {"h = relu(fc(x))", "h = fc(x)", "return h"} [unused-value] h is computed here but replaced in line 2 before anything reads it: read h there or drop this line
  @Forward({"h = relu(fc(x))", "h = fc(x)", "return h"})
  static class Replaced {
    @Linear(in = 20, out = 7) Block fc;
  }

  @Input({9, 20})
  // LINT: {"x.flatten(1)", "x = fc(x)", "return x"} [unused-value] the result of x.flatten(1) is thrown away: nothing changes in place, so give it a name, such as x = ...
  @Forward({"x.flatten(1)", "x = fc(x)", "return x"})
  static class Thrown {
    @Linear(in = 20, out = 7) Block fc;
  }

  @Input(20)
  @Forward({"h = fc(x)", "return fc(x)"}) // LINT: {"h = fc(x)", "return fc(x)"} [unused-value] h is computed here but never read: use it, return it or drop this line
  static class Unread {
    @Linear(in = 20, out = 7) Block fc;
  }

  /** What a label is checked for, and what is computed to be looked at. */
  @Input(20)
  @Input(value = 3, name = "y", dtype = long.class)
  @Forward("""
      out = fc(x)
      loss = cross_entropy(out, y.argmax(1))
      best = out.argmax(dim=1)
      return out
      """)
  static class LookedAt {
    @Linear(in = 20, out = 7) Block fc;
  }

  /** Unpacked states, sizes, names with an underscore, changes in place, values for a bare name. */
  @Input({9, 20})
  @Forward("""
      n = x.size(0)
      out, h = gru(x)
      _weights = fc(out)
      out.add_(1)
      F.relu(out, inplace=True)
      out.mul(2)
      fc
      y = fc(out)
      y += 1
      out[:, 0] = 0
      fc(out)
      """)
  static class Used {
    @GRU(in = 20, hidden = 20, batchFirst = true) Block gru;
    @Linear(in = 20, out = 20) Block fc;
  }
}
