package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Floor;
import io.github.shapecheck.shape.Minimum;
import io.github.shapecheck.shape.Monomial;
import io.github.shapecheck.shape.Quotient;
import io.github.shapecheck.shape.Scaled;
import java.util.Optional;

/** Puts for a product what an equation says that it is, once and everywhere. */
record Rewriting(Monomial product, Dim value) {

  /** The equation solved for the first of its products that stands in it once. */
  static Optional<Rewriting> of(Dim difference) {
    Dim dim = difference.dividedBy(Dim.of(difference.content())).orElse(difference);
    for (int i = 0; i < dim.products().size(); i++) {
      long coefficient = dim.coefficient(i);
      if (coefficient == 1 || coefficient == -1) {
        Monomial product = dim.products().get(i);
        Dim value = product.dim().minus(dim.times(coefficient));
        return Optional.of(new Rewriting(product, value));
      }
    }
    return Optional.empty();
  }

  Dim apply(Dim dim) {
    Dim sum = Dim.of(dim.constant());
    for (int i = 0; i < dim.products().size(); i++) {
      Monomial monomial = dim.products().get(i);
      Dim term = Dim.of(dim.coefficient(i));
      Optional<Monomial> rest = monomial.dividedBy(product);
      if (rest.isPresent()) {
        term = term.times(value);
        monomial = rest.get();
      }
      for (Atom factor : monomial.factors()) {
        term = term.times(inside(factor));
      }
      sum = sum.plus(term);
    }
    return sum;
  }

  private Dim inside(Atom atom) {
    if (atom instanceof Floor floor) {
      return apply(floor.dividend()).floorDiv(floor.divisor());
    }
    if (atom instanceof Quotient quotient) {
      return apply(quotient.dividend()).floorDiv(apply(quotient.divisor()));
    }
    if (atom instanceof Minimum minimum) {
      return apply(minimum.argument()).min(Dim.of(0));
    }
    if (atom instanceof Scaled scaled) {
      return apply(scaled.argument()).scale(scaled.factor());
    }
    return atom.dim();
  }
}
