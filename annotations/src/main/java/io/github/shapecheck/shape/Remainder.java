package io.github.shapecheck.shape;

import java.util.Optional;

/** A comparison of a remainder with a number, recognised in whatever form it was written. */
public record Remainder(Dim dividend, long divisor, Relation relation, long value) {

  /** scale * (x - m * floor(x / m)) + rest, where that is the comparison's difference. */
  public static Optional<Remainder> of(Comparison comparison) {
    if (!comparison.isKnown()) {
      return Optional.empty();
    }
    return comparison.difference().flatMap(difference -> of(difference, comparison.relation()));
  }

  private static Optional<Remainder> of(Dim difference, Relation relation) {
    Monomial[] monomials = difference.monomials();
    for (int i = 0; i < monomials.length; i++) {
      if (monomials[i].single().orElse(null) instanceof Floor floor) {
        long scale = difference.coefficients()[i] / -floor.divisor;
        try {
          Dim rest = difference.minus(floor.dividend.mod(floor.divisor).times(scale));
          if (scale != 0 && rest.isConstant()) {
            return of(floor, scale, relation, rest.value());
          }
        } catch (ArithmeticException tooLarge) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Remainder> of(Floor floor, long scale, Relation relation, long rest) {
    if (rest % scale != 0) {
      return Optional.empty();
    }
    Relation scaled = scale < 0 ? relation.mirror() : relation;
    long value = -rest / scale;
    // The constant inside a floor is not above zero; people write x + 1, not x - 3, of which the
    // remainder by 4 is taken.
    Dim dividend = floor.dividend;
    boolean shift = dividend.constant() != 0 && -dividend.constant() > floor.divisor / 2;
    boolean plain =
        dividend.monomials().length == 1 && (scaled == Relation.EQ || scaled == Relation.NE);
    if (plain && dividend.coefficients()[0] == 1) {
      long residue = Math.floorMod(value - dividend.constant(), floor.divisor);
      return value < 0 || value >= floor.divisor
          ? Optional.empty()
          : Optional.of(
              new Remainder(dividend.minus(dividend.constant()), floor.divisor, scaled, residue));
    }
    return Optional.of(
        new Remainder(
            shift ? dividend.plus(floor.divisor) : dividend, floor.divisor, scaled, value));
  }

  /** What the divisor divides if the remainder is the value. */
  public Dim rest() {
    return dividend.minus(value);
  }

  @Override
  public String toString() {
    boolean bare =
        dividend.monomials().length == 1
            && dividend.constant() == 0
            && !dividend.toString().contains(" ");
    return (bare ? dividend : "(" + dividend + ")")
        + " % "
        + divisor
        + " "
        + relation
        + " "
        + value;
  }
}
