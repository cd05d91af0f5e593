package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Floor;
import io.github.shapecheck.shape.Minimum;
import io.github.shapecheck.shape.Quotient;
import io.github.shapecheck.shape.Scaled;
import io.github.shapecheck.shape.SizeSet;
import io.github.shapecheck.shape.Symbol;
import org.jspecify.annotations.Nullable;

/** Interval arithmetic over the values of a domain's symbols. */
final class Intervals {
  private static final long SCALE = 1 << 20;

  private Intervals() {}

  static Bounds of(Dim dim, Values values) {
    if (!dim.isKnown()) {
      return Bounds.NONE;
    }
    Bounds sum = number(dim.constant());
    for (int i = 0; i < dim.products().size(); i++) {
      Bounds product = number(dim.coefficient(i));
      for (Atom factor : dim.products().get(i).factors()) {
        product = product.times(of(factor, values));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  /** As {@link #of(Dim, Values)}, but H - 2*floor(H/2) is known to be 0 or 1. */
  static Bounds sharp(Dim dim, Values values) {
    Bounds plain = of(dim, values);
    Bounds low = new Bounds(least(dim, values), Bounds.NO_MAX);
    long most = least(dim.negate(), values);
    return plain
        .intersect(low)
        .intersect(new Bounds(Bounds.NO_MIN, -Math.max(most, -Long.MAX_VALUE)));
  }

  /** What a sum is at least, by linear bounds of its floors: x - divisor + 1 and x. */
  private static long least(Dim dim, Values values) {
    try {
      for (int i = 0; i < dim.products().size(); i++) {
        long factor = dim.coefficient(i);
        @Nullable Atom atom = dim.products().get(i).single().orElse(null);
        Dim linear = null;
        long divisor = 1;
        if (atom instanceof Floor floor) {
          divisor = floor.divisor();
          linear = factor > 0 ? floor.dividend().minus(divisor - 1) : floor.dividend();
        } else if (atom instanceof Scaled s
            && s.factor() > 0
            && of(s.argument(), values).min() >= 0) {
          divisor = SCALE;
          double scale = s.factor() * SCALE;
          linear =
              factor > 0
                  ? s.argument().times((long) scale - 1).minus(SCALE)
                  : s.argument().times((long) scale + 2);
        }
        if (linear != null && atom != null) {
          Dim others = dim.minus(atom.dim().times(factor)).times(divisor);
          long bound = least(others.plus(linear.times(factor)), values);
          return bound == Bounds.NO_MIN ? bound : -Math.floorDiv(-bound, divisor);
        }
      }
    } catch (ArithmeticException tooLarge) {
      return Bounds.NO_MIN;
    }
    return of(dim, values).min();
  }

  static Bounds of(Atom atom, Values values) {
    if (atom instanceof Symbol symbol) {
      SizeSet sizes = values.of(symbol.name());
      return new Bounds(sizes.min().orElse(0L), sizes.max().orElse(Bounds.NO_MAX));
    }
    if (atom instanceof Floor floor) {
      return of(floor.dividend(), values).floorDiv(floor.divisor());
    }
    if (atom instanceof Quotient quotient) {
      return of(quotient.dividend(), values).floorDiv(of(quotient.divisor(), values));
    }
    if (atom instanceof Minimum minimum) {
      return of(minimum.argument(), values).belowZero();
    }
    Scaled scaled = (Scaled) atom;
    return of(scaled.argument(), values).scale(scaled.factor());
  }

  private static Bounds number(long value) {
    return new Bounds(value, value);
  }
}
