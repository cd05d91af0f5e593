package io.github.shapecheck.shape;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The one size about which nothing is known. */
final class Unknown extends Dim {
  static final Unknown INSTANCE = new Unknown();

  private Unknown() {}

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
    throw new IllegalStateException("an unknown size has no value");
  }

  @Override
  Monomial[] monomials() {
    throw new IllegalStateException("an unknown size has no terms");
  }

  @Override
  long[] coefficients() {
    throw new IllegalStateException("an unknown size has no terms");
  }

  @Override
  public long constant() {
    throw new IllegalStateException("an unknown size has no terms");
  }
}
