package io.github.shapecheck.shape;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The minimum of an expression and 0, in terms of which all minima and maxima are written so that
 * equal ones are equal.
 */
public final class Minimum extends Atom {
  final Dim argument;
  private final int hash;

  private Minimum(Dim argument) {
    this.argument = argument;
    this.hash = 31 * argument.hashCode() + 3;
  }

  /** min(a, b) = b + min(a - b, 0). */
  static Dim of(Dim a, Dim b) {
    Dim difference = a.minus(b);
    if (difference.isConstant()) {
      return difference.value() <= 0 ? a : b;
    }
    Optional<Dim> folded = folded(difference).map(b::plus);
    if (folded.isEmpty()) {
      folded = folded(difference.negate()).map(a::plus);
    }
    return folded.orElseGet(() -> normal(a, b, difference));
  }

  /** The sign is fixed by min(d, 0) = d + min(-d, 0), the scale by min(g*d, 0) = g*min(d, 0). */
  private static Dim normal(Dim a, Dim b, Dim difference) {
    if (difference.coefficients()[0] < 0) {
      return a.plus(belowZero(difference.negate()));
    }
    return b.plus(belowZero(difference));
  }

  private static Dim belowZero(Dim difference) {
    long content = Division.content(difference);
    Dim argument =
        content == 1 ? difference : Division.exact(difference, Dim.of(content)).orElseThrow();
    return new Minimum(argument).dim().times(content);
  }

  /** min(d, 0) without a minimum in a minimum; empty where there is none or another. */
  private static Optional<Dim> folded(Dim difference) {
    Monomial[] monomials = difference.monomials();
    for (int i = 0; i < monomials.length; i++) {
      if (monomials[i].single().orElse(null) instanceof Minimum inner) {
        return folded(difference, inner, difference.coefficients()[i]);
      }
    }
    return Optional.empty();
  }

  private static Optional<Dim> folded(Dim difference, Minimum inner, long factor) {
    Dim zero = Dim.of(0);
    Dim rest = difference.minus(inner.dim().times(factor));
    if (factor > 0) { // k*min(x, 0) + c is below zero where k*x + c is, or always for c < 0
      return rest.isConstant()
          ? Optional.of(
              rest.value() < 0 ? difference : of(inner.argument.times(factor).plus(rest), zero))
          : Optional.empty();
    }
    // k*max(x, 0) + c, where max(x, 0) is x - min(x, 0) or -min(-x, 0)
    Dim above = rest.isConstant() ? inner.argument.negate() : inner.argument;
    Dim shift = rest.isConstant() ? rest : rest.plus(above.times(factor));
    if (!shift.isConstant()) {
      return Optional.empty();
    }
    return Optional.of(
        shift.value() > 0
            ? zero
            : of(above.times(-factor).plus(shift), zero).plus(of(above, zero).times(factor)));
  }

  /** What is held against 0. */
  public Dim argument() {
    return argument;
  }

  @Override
  int weight() {
    return 1 + Polynomial.weight(argument);
  }

  @Override
  public Symbol leading() {
    return Polynomial.leading(argument);
  }

  @Override
  int kind() {
    return 3;
  }

  @Override
  int compareSameKind(Atom other) {
    return compare(argument, ((Minimum) other).argument);
  }

  @Override
  long evaluate(Assignment sizes) {
    return Math.min(argument.evaluate(sizes), 0);
  }

  @Override
  Dim rebuild(Function<Atom, Optional<Dim>> replacement) {
    return argument.replace(replacement).min(Dim.of(0));
  }

  @Override
  void collect(Set<Symbol> symbols) {
    Polynomial.collect(argument, symbols);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
