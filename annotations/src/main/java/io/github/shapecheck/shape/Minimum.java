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
    // The sign is fixed by min(d, 0) = d + min(-d, 0), the scale by min(g*d, 0) = g*min(d, 0).
    if (difference.coefficients()[0] < 0) {
      return a.plus(belowZero(difference.negate()));
    }
    return b.plus(belowZero(difference));
  }

  private static Dim belowZero(Dim difference) {
    long content = Division.content(difference);
    Dim argument =
        content == 1 ? difference : Division.exact(difference, Dim.of(content)).orElseThrow();
    Monomial[] monomials = argument.monomials();
    if (monomials.length == 1
        && argument.coefficients()[0] == 1
        && monomials[0].single().orElse(null) instanceof Minimum inner) {
      // min(min(x, 0) + c, 0) is min(x + c, 0) for c >= 0, else the whole is below zero anyway.
      long shift = argument.constant();
      Dim folded = shift >= 0 ? of(inner.argument.plus(shift), Dim.of(0)) : argument;
      return folded.times(content);
    }
    return new Minimum(argument).dim().times(content);
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
