package good;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

/** Layers whose one number may stand alone. */
@Input({3, 17, 22})
class SingleNumbers {
  @Conv2d(in = 3, out = 8, k = 3) Object c;
  @LeakyReLU(0.2) Object a;
  @ELU(0.7) @Softshrink(0.3) @CELU(1.5) @Hardshrink(0.2) Object b;
}
