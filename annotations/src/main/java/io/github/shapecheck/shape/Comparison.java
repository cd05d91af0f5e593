package io.github.shapecheck.shape;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A comparison of two sizes. */
public final class Comparison extends Condition {
  private final Dim left;
  private final Relation relation;
  private final Dim right;

  Comparison(Dim left, Relation relation, Dim right) {
    this.left = left;
    this.relation = relation;
    this.right = right;
  }

  /** The left size. */
  public Dim left() {
    return left;
  }

  /** How they should compare. */
  public Relation relation() {
    return relation;
  }

  /** The right size. */
  public Dim right() {
    return right;
  }

  /** left - right, unless that is beyond what a Dim holds. */
  public Optional<Dim> difference() {
    try {
      return Optional.of(left.minus(right));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  /** This with the sides swapped if they are alike and the left one's name comes later: H == W. */
  public Comparison inOrder() {
    boolean alike =
        !left.isConstant()
            && !right.isConstant()
            && Polynomial.weight(left) == Polynomial.weight(right)
            && Polynomial.leading(left).compareNames(Polynomial.leading(right)) > 0;
    return alike ? new Comparison(/* left= */ right, relation.mirror(), /* right= */ left) : this;
  }

  @Override
  public Condition negate() {
    return new Comparison(left, relation.negate(), right);
  }

  @Override
  public Condition with(Map<String, Dim> replacements) {
    return new Comparison(left.with(replacements), relation, right.with(replacements));
  }

  @Override
  public boolean isKnown() {
    return left.isKnown() && right.isKnown();
  }

  @Override
  boolean test(Assignment sizes) {
    return relation.holds(Long.compare(left.evaluate(sizes), right.evaluate(sizes)));
  }

  @Override
  void collect(Set<String> names) {
    names.addAll(left.symbols());
    names.addAll(right.symbols());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Comparison c
        && relation == c.relation
        && left.equals(c.left)
        && right.equals(c.right);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * left.hashCode() + relation.ordinal()) + right.hashCode();
  }

  /**
   * The comparison as a person writes it: {@code H % 2 == 0} where the sides are H and
   * 2*floor(H/2).
   */
  @Override
  public String toString() {
    return Remainder.of(this)
        .map(Remainder::toString)
        .orElseGet(() -> left + " " + relation + " " + right);
  }
}
