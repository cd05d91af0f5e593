package io.github.shapecheck.shape;

import java.util.Optional;

/** Puts for a product what an equation says that it is, once and everywhere. */
record Rewriting(Monomial product, Dim value) {

  /** The equation solved for the first of its products that stands in it once. */
  static Optional<Rewriting> of(Dim difference) {
    Dim dim = Division.exact(difference, Dim.of(Division.content(difference))).orElse(difference);
    for (int i = 0; i < dim.monomials().length; i++) {
      long coefficient = dim.coefficients()[i];
      if (coefficient == 1 || coefficient == -1) {
        Monomial product = dim.monomials()[i];
        Dim value = Polynomial.of(product, 1, 0).minus(dim.times(coefficient));
        return Optional.of(new Rewriting(product, value));
      }
    }
    return Optional.empty();
  }

  Dim apply(Dim dim) {
    Dim sum = Dim.of(dim.constant());
    for (int i = 0; i < dim.monomials().length; i++) {
      Monomial monomial = dim.monomials()[i];
      Dim term = Dim.of(dim.coefficients()[i]);
      Optional<Monomial> rest = monomial.dividedBy(product);
      if (rest.isPresent()) {
        term = term.times(value);
        monomial = rest.get();
      }
      for (Atom factor : monomial.factors) {
        term = term.times(inside(factor));
      }
      sum = sum.plus(term);
    }
    return sum;
  }

  private Dim inside(Atom atom) {
    if (atom instanceof Floor floor) {
      return apply(floor.dividend).floorDiv(floor.divisor);
    }
    if (atom instanceof Quotient quotient) {
      return apply(quotient.dividend).floorDiv(apply(quotient.divisor));
    }
    if (atom instanceof Minimum minimum) {
      return apply(minimum.argument).min(Dim.of(0));
    }
    if (atom instanceof Scaled scaled) {
      return apply(scaled.argument).scale(scaled.factor);
    }
    return atom.dim();
  }
}
