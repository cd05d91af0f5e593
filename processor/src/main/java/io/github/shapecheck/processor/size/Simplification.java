package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Comparison;
import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Monomial;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Symbol;
import java.util.List;
import java.util.Optional;

/** Makes conditions simpler without changing where in a domain they hold. */
record Simplification(Values values) {
  private static final int MOST_FACTORS = 64;

  /**
   * An equivalent condition: what bounds decide is gone, and so are factors that are always
   * positive.
   */
  Condition reduce(Condition condition) {
    if (condition instanceof Compound junction) {
      List<Condition> parts = junction.parts().stream().map(this::reduce).toList();
      return Compound.of(junction.isConjunction(), parts);
    }
    Comparison comparison = (Comparison) condition;
    Optional<Dim> difference = comparison.difference();
    if (difference.isEmpty()) {
      return decided(comparison).map(Simplification::truth).orElse(comparison);
    }
    Relation relation = comparison.relation();
    Dim dim = withoutPositiveFactors(difference.get());
    Bounds bounds = Intervals.of(dim, values);
    Optional<Boolean> decided =
        decided(relation, bounds)
            .or(() -> divided(relation, dim))
            .or(() -> decided(relation, Intervals.sharp(dim, values)));
    if (decided.isPresent()) {
      return truth(decided.get());
    }
    return dim.equals(difference.get()) ? comparison : Condition.of(dim, relation, Dim.of(0));
  }

  private static Condition truth(boolean holds) {
    return holds ? Condition.always() : Condition.never();
  }

  /** What the bounds of the sides say where their difference is no long, as in H >= -2^63. */
  private Optional<Boolean> decided(Comparison comparison) {
    Bounds left = Intervals.of(comparison.left(), values);
    Bounds right = Intervals.of(comparison.right(), values);
    Relation relation = comparison.relation();
    boolean low = relation.holds(Long.compare(left.min(), right.max()));
    boolean high = relation.holds(Long.compare(left.max(), right.min()));
    boolean disjoint = left.min() > right.max() || left.max() < right.min();
    boolean ordered = relation != Relation.EQ && relation != Relation.NE;
    return low == high && (ordered || disjoint) ? Optional.of(low) : Optional.empty();
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
    for (int i = 0; i < dim.products().size(); i++) {
      common = Dim.gcd(common, dim.coefficient(i));
    }
    boolean equality = relation == Relation.EQ || relation == Relation.NE;
    return equality && common != 0 && dim.constant() % common != 0
        ? Optional.of(relation == Relation.NE)
        : Optional.empty();
  }

  private Dim withoutPositiveFactors(Dim dim) {
    if (dim.products().size() == 0 || dim.constant() != 0) {
      return dim;
    }
    List<Atom> factors = dim.products().get(0).factors();
    Dim left = dim;
    for (Atom factor : factors.subList(0, Math.min(factors.size(), MOST_FACTORS))) {
      if (Intervals.of(factor, values).min() >= 1) {
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
    List<Monomial> products = difference.get().products();
    for (int i = 0; i < products.size(); i++) {
      long coefficient = difference.get().coefficient(i);
      if (products.get(i).single().orElse(null) == wanted
          && (coefficient == 1 || coefficient == -1)) {
        Dim others = wanted.dim().minus(difference.get().times(coefficient));
        return others.symbols().contains(symbol) ? Optional.empty() : Optional.of(others);
      }
    }
    return Optional.empty();
  }
}
