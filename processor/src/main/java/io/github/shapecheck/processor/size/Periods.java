package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Comparison;
import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Floor;
import io.github.shapecheck.shape.Minimum;
import io.github.shapecheck.shape.Monomial;
import io.github.shapecheck.shape.Quotient;

/** After how many values of a symbol the floors of a condition have gone through their rests. */
final class Periods {
  /** Longer periods are as good as none. */
  static final long MAX = 4096;

  private Periods() {}

  /** A number of which every floor's divisor takes its multiple; {@link #MAX} + 1 if too large. */
  static long of(Condition condition, String symbol) {
    if (condition instanceof Compound junction) {
      long period = 1;
      for (Condition part : junction.parts()) {
        period = common(period, of(part, symbol));
      }
      return period;
    }
    Comparison comparison = (Comparison) condition;
    return common(of(comparison.left(), symbol), of(comparison.right(), symbol));
  }

  static long of(Dim dim, String symbol) {
    long period = 1;
    for (Monomial monomial : dim.products()) {
      for (Atom atom : monomial.factors()) {
        if (atom instanceof Floor floor && floor.dividend().symbols().contains(symbol)) {
          long inner = of(floor.dividend(), symbol);
          period = floor.divisor() > MAX ? MAX + 1 : common(period, floor.divisor() * inner);
        } else if (atom instanceof Minimum minimum) {
          period = common(period, of(minimum.argument(), symbol));
        } else if (atom instanceof Quotient quotient) {
          period = common(period, of(quotient.dividend(), symbol));
          period = common(period, of(quotient.divisor(), symbol));
        }
      }
    }
    return period;
  }

  private static long common(long a, long b) {
    return a > MAX || b > MAX ? MAX + 1 : Math.min(a / Dim.gcd(a, b) * b, MAX + 1);
  }
}
