package io.github.shapecheck.shape;

import java.util.List;
import java.util.Optional;

/** Makes conditions simpler without changing where in a domain they hold. */
final class Reduction {
  private final Domain domain;

  Reduction(Domain domain) {
    this.domain = domain;
  }

  /**
   * An equivalent condition: what bounds decide is gone, and so are factors that are always
   * positive.
   */
  Condition reduce(Condition condition) {
    if (condition instanceof Junction junction) {
      List<Condition> parts = junction.parts.stream().map(this::reduce).toList();
      return Junction.of(junction.conjunction, parts);
    }
    Comparison comparison = (Comparison) condition;
    Optional<Dim> difference = comparison.difference();
    if (difference.isEmpty()) {
      return comparison;
    }
    Relation relation = comparison.relation();
    Dim dim = withoutPositiveFactors(difference.get());
    Bounds bounds = Intervals.of(dim, domain);
    Optional<Boolean> decided =
        decided(relation, bounds)
            .or(() -> divided(relation, dim))
            .or(() -> decided(relation, Intervals.sharp(dim, domain)));
    if (decided.isPresent()) {
      return decided.get() ? Condition.always() : Condition.never();
    }
    return dim.equals(difference.get()) ? comparison : Condition.of(dim, relation, Dim.of(0));
  }

  /** Whether numbers within the bounds are all so related to 0, or none is. */
  private static Optional<Boolean> decided(Relation relation, Bounds bounds) {
    boolean low = relation.holds(Long.signum(bounds.min()));
    boolean high = relation.holds(Long.signum(bounds.max()));
    boolean between = bounds.min() < 0 && bounds.max() > 0;
    boolean onlyZero = bounds.min() == 0 && bounds.max() == 0;
    boolean touchesZero = !onlyZero && (bounds.min() == 0 || bounds.max() == 0);
    boolean ordered = relation != Relation.EQ && relation != Relation.NE;
    if (low != high || !ordered && (between || touchesZero)) {
      return Optional.empty();
    }
    return Optional.of(low);
  }

  /** 6*H - 9*W is never 1, as 3 divides every term. */
  private static Optional<Boolean> divided(Relation relation, Dim dim) {
    long common = 0;
    for (long coefficient : dim.coefficients()) {
      common = Division.gcd(common, coefficient);
    }
    boolean equality = relation == Relation.EQ || relation == Relation.NE;
    return equality && common != 0 && dim.constant() % common != 0
        ? Optional.of(relation == Relation.NE)
        : Optional.empty();
  }

  private Dim withoutPositiveFactors(Dim dim) {
    if (dim.monomials().length == 0 || dim.constant() != 0) {
      return dim;
    }
    Dim left = dim;
    for (Atom factor : dim.monomials()[0].factors) {
      if (Intervals.of(factor, domain).min() >= 1) {
        left = left.dividedBy(factor.dim()).orElse(left);
      }
    }
    return left;
  }

  /**
   * The expression that the symbol equals by this equation, if it stands alone on one side of it.
   */
  static Optional<Dim> solution(Comparison equation, String symbol) {
    Symbol wanted = Symbol.of(symbol);
    Optional<Dim> difference = equation.difference();
    if (difference.isEmpty()) {
      return difference;
    }
    Monomial[] monomials = difference.get().monomials();
    for (int i = 0; i < monomials.length; i++) {
      long coefficient = difference.get().coefficients()[i];
      if (monomials[i].single() == wanted && (coefficient == 1 || coefficient == -1)) {
        Dim others = wanted.shared().minus(difference.get().times(coefficient));
        return others.symbols().contains(symbol) ? Optional.empty() : Optional.of(others);
      }
    }
    return Optional.empty();
  }
}
