package io.github.shapecheck.shape;

/** Interval arithmetic over the values of a domain's symbols. */
final class Intervals {
  private Intervals() {}

  static Bounds of(Dim dim, Domain domain) {
    if (!dim.isKnown()) {
      return Bounds.NONE;
    }
    Bounds sum = number(dim.constant());
    for (int i = 0; i < dim.monomials().length; i++) {
      Bounds product = number(dim.coefficients()[i]);
      for (Atom factor : dim.monomials()[i].factors) {
        product = product.times(of(factor, domain));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  static Bounds of(Atom atom, Domain domain) {
    if (atom instanceof Symbol symbol) {
      SizeSet values = domain.values(symbol.name);
      return new Bounds(values.min().orElse(0L), values.max().orElse(Bounds.NO_MAX));
    }
    if (atom instanceof Floor floor) {
      return of(floor.dividend, domain).floorDiv(floor.divisor);
    }
    if (atom instanceof Quotient quotient) {
      return of(quotient.dividend, domain).floorDiv(of(quotient.divisor, domain));
    }
    if (atom instanceof Minimum minimum) {
      return of(minimum.argument, domain).belowZero();
    }
    Scaled scaled = (Scaled) atom;
    return of(scaled.argument, domain).scale(scaled.factor);
  }

  private static Bounds number(long value) {
    return new Bounds(value, value);
  }
}
