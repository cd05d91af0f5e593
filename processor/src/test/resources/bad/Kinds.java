package bad;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Every kind of class, and of constant, that Java has. */
class Kinds {
  static final int LETTER = 'A' + 1;
  static final int CAST = (byte) 260;

  // BUG: @Input({3, 8}) enum Choice { [linear-in] HALF expects 7 features but receives 8
  @Input({3, 8}) enum Choice {
    @Linear(in = 7, out = 4) HALF;
    @Linear(in = 5, out = 6) Block fc; // BUG: 5 [linear-in] fc expects 5 features but receives 4
  }

  @Input({3, 8})
  interface Contract {
    @Flatten Block flat = null;
    @Linear(in = 25, out = 5) Block fc = null; // BUG: 25 [linear-in] fc expects 25 features but receives 24
  }

  @Input({3, 8})
  abstract static class Half {
    @Linear(in = (int) 7.9, out = CAST) Block fc; // BUG: (int) 7.9 [linear-in] fc expects 7 features but receives 8
    @Linear(in = CAST, out = LETTER) Block more;
    @Linear(in = LETTER > 65 ? 07_7 : 0, out = 2) Block last; // BUG: LETTER > 65 ? 07_7 : 0 [linear-in] last expects 63 features but receives 66
  }

  @Input({3, 8})
  static sealed class Closed<T extends Closed<T>> permits Open {
    @Linear(in = 9, out = 5) T fc; // BUG: 9 [linear-in] fc expects 9 features but receives 8
  }

  @Input({3, 8})
  static non-sealed class Open extends Closed<Open> {
    @Linear(in = 6, out = 3) java.util.List<? super Open>[] more; // BUG: 6 [linear-in] more expects 6 features but receives 5
  }

  class Inner {
    @Input({3, 8})
    class $Deep$ {
      @Linear(in = 9, out = 5) Block $fc; // BUG: 9 [linear-in] $fc expects 9 features but receives 8
    }
  }

  @Input({3, 8})
  static class String {
    @Submodule(java.lang.String.class) Block text; // BUG: @Submodule(java.lang.String.class) [submodule] text is a String, which has neither layers nor @Forward
    @Submodule(int[].class) Block array; // BUG: int[].class [submodule] int[] is no class with layers
  }

  @Input({3, 8})
  static class One {
    @Submodule(Two.class) Block two;
  }

  static class Two {
    @Submodule(One.class) Block one; // BUG: @Submodule(One.class) [recursion] two.one is a Kinds.One inside a Kinds.One
  }
}
