package io.github.shapecheck.shape;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The floor of a double times an expression, rounded as PyTorch rounds it. */
public final class Scaled extends Atom {
  private static final int EXACT_BITS = 20;

  final double factor;
  final Dim argument;
  private final int hash;

  private Scaled(double factor, Dim argument) {
    this.factor = factor;
    this.argument = argument;
    this.hash = 31 * argument.hashCode() + Double.hashCode(factor) + 4;
  }

  static Dim of(double factor, Dim argument) {
    if (!Double.isFinite(factor)) {
      throw new ArithmeticException("not a finite factor: " + factor);
    }
    double numerator = factor * (1 << EXACT_BITS);
    // A factor with few bits times any size that fits a double's mantissa is exact, so it is a
    // floor of integers.
    if (numerator == Math.rint(numerator) && Math.abs(numerator) < (1L << (2 * EXACT_BITS))) {
      long above = (long) numerator;
      int bits = above == 0 ? EXACT_BITS : Math.min(EXACT_BITS, Long.numberOfTrailingZeros(above));
      return argument.times(above >> bits).floorDiv(1L << (EXACT_BITS - bits));
    }
    return argument.isConstant()
        ? Dim.of(product(factor, argument.value()))
        : new Scaled(factor, argument).dim();
  }

  private static long product(double factor, long size) {
    double floor = Math.floor(factor * size);
    if (Math.abs(floor) >= 0x1p63) {
      throw new ArithmeticException("long overflow");
    }
    return (long) floor;
  }

  /** By how much. */
  public double factor() {
    return factor;
  }

  /** What is scaled. */
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
    return 4;
  }

  @Override
  int compareSameKind(Atom other) {
    Scaled scaled = (Scaled) other;
    int order = Double.compare(factor, scaled.factor);
    return order == 0 ? compare(argument, scaled.argument) : order;
  }

  @Override
  long evaluate(Assignment sizes) {
    return product(factor, argument.evaluate(sizes));
  }

  @Override
  Dim rebuild(Function<Atom, Optional<Dim>> replacement) {
    return argument.replace(replacement).scale(factor);
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
