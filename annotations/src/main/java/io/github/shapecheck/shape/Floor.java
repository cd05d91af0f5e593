package io.github.shapecheck.shape;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The floor of a polynomial divided by a positive constant, made by {@link Division}. */
public final class Floor extends Atom {
  final Dim dividend;
  final long divisor;
  private final int hash;

  Floor(Dim dividend, long divisor) {
    this.dividend = dividend;
    this.divisor = divisor;
    this.hash = 31 * dividend.hashCode() + Long.hashCode(divisor) + 1;
  }

  /** What is divided. */
  public Dim dividend() {
    return dividend;
  }

  /** By what, at least 2. */
  public long divisor() {
    return divisor;
  }

  @Override
  int weight() {
    return 1 + Polynomial.weight(dividend);
  }

  @Override
  public Symbol leading() {
    return Polynomial.leading(dividend);
  }

  @Override
  int kind() {
    return 1;
  }

  @Override
  int compareSameKind(Atom other) {
    Floor floor = (Floor) other;
    int order = Long.compare(divisor, floor.divisor);
    return order == 0 ? compare(dividend, floor.dividend) : order;
  }

  @Override
  long evaluate(Assignment sizes) {
    return Math.floorDiv(dividend.evaluate(sizes), divisor);
  }

  @Override
  Dim rebuild(Function<Atom, Optional<Dim>> replacement) {
    return dividend.replace(replacement).floorDiv(divisor);
  }

  @Override
  void collect(Set<Symbol> symbols) {
    Polynomial.collect(dividend, symbols);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
