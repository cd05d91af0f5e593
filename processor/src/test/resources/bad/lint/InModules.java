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

  @SuppressWarnings("shapecheck:dropped-border")
  static class QuietOuter {
    @Input({8, 7, 9})
    static class Inner {
      @MaxPool2d(k = 2) Block pool;
    }
  }

  @Input({8, 7, 9})
  record QuietRecord(@SuppressWarnings("shapecheck:dropped-border") @MaxPool2d(k = 2) Block pool) {}

  @Input({8, 7, 9})
  record LoudRecord(@MaxPool2d(k = 2) Block pool) {} // LINT: k = <2> [dropped-border] pool never reads the last 1 row ...

  /** Nobody uses it, so nothing is known of its numbers. */
  @Params("planes, count, rate, size")
  @Forward("""
      x = conv(x)
      x = norm(x).view(-1, planes).squeeze()
      y, h = lstm(x)
      z = pool(fc2(fc1(y)))
      return softmax(attention(z, z, z)[0], dim=size)
      """)
  static class Unknown {
    @Conv2d(with = "in = planes, out = planes, k = size, s = count, p = size") Block conv;
    @GroupNorm(with = "groups = planes, channels = planes") Block norm;
    @LSTM(with = "in = planes, hidden = planes, layers = count, dropout = rate") Block lstm;
    @Linear(with = "in = planes, out = planes") Block fc1;
    @Linear(with = "in = planes, out = planes") Block fc2;
    @AdaptiveAvgPool2d(with = "value = size") Block pool;
    @MultiheadAttention(with = "dim = planes, heads = count") Block attention;
  }

  /** A lint never follows an error. */
  @Input({8, 7, 9})
  static class Broken {
    @MaxPool2d(k = 2) Block pool;
    @Conv2d(in = 9, out = 4, k = 3) Block conv; // BUG: 9 [conv-in-channels] conv expects 9 channels but receives 8
  }
}
