package io.github.shapecheck.shape;

import java.util.Set;

/** The one size about which nothing is known. */
final class Unknown extends Dim {
  static final Unknown INSTANCE = new Unknown();

  private Unknown() {}

  @Override
  public Set<String> symbols() {
    return Set.of();
  }

  @Override
  Dim replace(Replacement replacement) {
    return this;
  }

  @Override
  long evaluate(Sizes sizes) {
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
  long constant() {
    throw new IllegalStateException("an unknown size has no terms");
  }
}
