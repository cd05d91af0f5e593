package bad.lint;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
import stubs.Block;

/** Lints inside modules: on the module's layer where every use has it, else on the use. */
class InModules {
  @Params("planes")
  static class Unit {
    @Conv2d(k = 3, p = 1, with = "in = planes, out = planes") Block conv; // LINT: @Conv2d(k = 3, p = 1, with = "in = planes, out = planes") [bias-before-norm] unit1.conv learns a bias of 8 values that unit1.norm subtracts again: set bias = false
    @BatchNorm2d(with = "value = planes") Block norm;
    @MaxPool2d(k = 2) Block pool;
  }

  @Input({8, 14, 20})
  static class Net {
    @Submodule(value = Unit.class, with = "planes = 8") Block unit1;

    // LINT: @Submodule(value = Unit.class, with = "planes = 8") [dropped-border] unit2.pool never reads the last 1 row of 7 (14% of [N, 8, 7, 10]): pad, set ceilMode = true or give it 6 or 8 rows
    @Submodule(value = Unit.class, with = "planes = 8") Block unit2;
  }

  @Params("")
  @SuppressWarnings("shapecheck:unused-layer")
  @Forward("return pool(x)")
  static class QuietClass {
    @MaxPool2d(k = 2) Block pool;
    @Dropout Block drop;
  }

  @Input({8, 7, 9})
  static class QuietUse {
    @SuppressWarnings({"shapecheck:dropped-border", "unused"})
    @Submodule(QuietClass.class) Block part;
  }

  @Input({8, 7, 9})
  @SuppressWarnings("shapecheck:dropped-border")
  static class QuietModel {
    @Submodule(QuietClass.class) Block part;
  }

  /** A lint never follows an error. */
  @Input({8, 7, 9})
  static class Broken {
    @MaxPool2d(k = 2) Block pool;
    @Conv2d(in = 9, out = 4, k = 3) Block conv; // BUG: 9 [conv-in-channels] conv expects 9 channels but receives 8
  }
}
