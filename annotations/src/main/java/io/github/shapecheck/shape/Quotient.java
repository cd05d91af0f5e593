package io.github.shapecheck.shape;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The floor of one expression divided by another that has symbols, made by {@link Division}. */
public final class Quotient extends Atom {
  final Dim dividend;
  final Dim divisor;
  private final int hash;

  Quotient(Dim dividend, Dim divisor) {
    this.dividend = dividend;
    this.divisor = divisor;
    this.hash = 31 * dividend.hashCode() + divisor.hashCode() + 2;
  }

  /** What is divided. */
  public Dim dividend() {
    return dividend;
  }

  /** By what; it has symbols. */
  public Dim divisor() {
    return divisor;
  }

  @Override
  int weight() {
    return 1 + Polynomial.weight(dividend) + Polynomial.weight(divisor);
  }

  @Override
  public Symbol leading() {
    return Polynomial.leading(dividend.isConstant() ? divisor : dividend);
  }

  @Override
  int kind() {
    return 2;
  }

  @Override
  int compareSameKind(Atom other) {
    Quotient quotient = (Quotient) other;
    int order = compare(dividend, quotient.dividend);
    return order == 0 ? compare(divisor, quotient.divisor) : order;
  }

  @Override
  long evaluate(Assignment sizes) {
    return Dim.of(dividend.evaluate(sizes)).floorDiv(divisor.evaluate(sizes)).value();
  }

  @Override
  Dim rebuild(Function<Atom, Optional<Dim>> replacement) {
    return dividend.replace(replacement).floorDiv(divisor.replace(replacement));
  }

  @Override
  void collect(Set<Symbol> symbols) {
    Polynomial.collect(dividend, symbols);
    Polynomial.collect(divisor, symbols);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
