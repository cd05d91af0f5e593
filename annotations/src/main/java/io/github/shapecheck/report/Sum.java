package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.function.Supplier;

/** Adds counts up; what grows beyond 2^63 is not known rather than wrong. */
final class Sum {
  private Dim total = Dim.of(0);

  /** Adds a count whose computation may overflow. */
  Sum add(Supplier<Dim> count) {
    total = guarded(() -> total.plus(count.get()));
    return this;
  }

  Dim total() {
    return total;
  }

  static Dim guarded(Supplier<Dim> count) {
    try {
      return count.get();
    } catch (ArithmeticException overflow) {
      return Dim.unknown();
    }
  }
}
