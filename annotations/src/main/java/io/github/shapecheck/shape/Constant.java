package io.github.shapecheck.shape;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A size that is a number; the small ones are shared. */
final class Constant extends Dim {
  private static final int FIRST = -128;
  private static final Constant[] SMALL = new Constant[4224];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new Constant(i + FIRST);
    }
  }

  final long value;

  private Constant(long value) {
    this.value = value;
  }

  static Constant valueOf(long value) {

    return value >= FIRST && value < FIRST + SMALL.length
        ? SMALL[(int) value - FIRST]
        : new Constant(value);
  }

  @Override
  public Set<String> symbols() {
    return Set.of();
  }

  @Override
  public Dim replace(Function<Atom, Optional<Dim>> replacement) {
    return this;
  }

  @Override
  long evaluate(Assignment sizes) {
    return value;
  }

  @Override
  Monomial[] monomials() {
    return Monomial.NONE;
  }

  @Override
  long[] coefficients() {
    return Polynomial.NO_COEFFICIENTS;
  }

  @Override
  public long constant() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Constant c && c.value == value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }
}
