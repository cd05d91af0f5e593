package io.github.shapecheck.shape;

import java.util.Set;

/** The floor of a polynomial divided by a positive constant, made by {@link Division}. */
final class Floor extends Atom {
  final Dim dividend;
  final long divisor;
  private final int hash;

  Floor(Dim dividend, long divisor) {
    this.dividend = dividend;
    this.divisor = divisor;
    this.hash = 31 * dividend.hashCode() + Long.hashCode(divisor) + 1;
  }

  @Override
  int weight() {
    return 1 + Polynomial.weight(dividend);
  }

  @Override
  Symbol leading() {
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
  long evaluate(Sizes sizes) {
    return Math.floorDiv(dividend.evaluate(sizes), divisor);
  }

  @Override
  Dim rebuild(Replacement replacement) {
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
