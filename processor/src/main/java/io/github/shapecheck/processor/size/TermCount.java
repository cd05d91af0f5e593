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
import io.github.shapecheck.shape.Scaled;

/** How many parts a size or a condition has, which is what it takes to evaluate it. */
public final class TermCount {
  private TermCount() {}

  static long of(Condition condition) {
    return condition instanceof Comparison comparison
        ? of(comparison.left()) + of(comparison.right())
        : ((Compound) condition).parts().stream().mapToLong(TermCount::of).sum();
  }

  /** The parts of a size, 1 for a number or a symbol. */
  public static long of(Dim dim) {
    long weight = 1;
    if (!dim.isKnown()) {
      return weight;
    }
    for (Monomial monomial : dim.products()) {
      for (Atom atom : monomial.factors()) {
        weight += 1 + inside(atom);
      }
    }
    return weight;
  }

  private static long inside(Atom atom) {
    if (atom instanceof Floor floor) {
      return of(floor.dividend());
    } else if (atom instanceof Minimum minimum) {
      return of(minimum.argument());
    } else if (atom instanceof Scaled scaled) {
      return of(scaled.argument());
    }
    return atom instanceof Quotient quotient ? of(quotient.dividend()) + of(quotient.divisor()) : 0;
  }
}
