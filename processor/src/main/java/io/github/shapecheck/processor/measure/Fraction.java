package io.github.shapecheck.processor.measure;

import io.github.shapecheck.report.Ratio;
import io.github.shapecheck.shape.Dim;

/** An exact fraction of a size, with the arithmetic that receptive fields need. */
record Fraction(Dim numerator, long denominator) {
  static final Fraction ZERO = of(0);
  static final Fraction ONE = of(1);

  static Fraction of(long number) {
    return of(Dim.of(number));
  }

  static Fraction of(Dim number) {
    return new Fraction(number, 1);
  }

  boolean isConstant() {
    return numerator.isConstant();
  }

  Fraction plus(Fraction other) {
    Dim left = numerator.times(other.denominator);
    Dim right = other.numerator.times(denominator);
    return reduced(left.plus(right), Math.multiplyExact(denominator, other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  Fraction times(Fraction other) {
    return reduced(
        numerator.times(other.numerator), Math.multiplyExact(denominator, other.denominator));
  }

  Fraction times(Dim other) {
    return reduced(numerator.times(other), denominator);
  }

  Fraction over(long divisor) {
    return reduced(numerator, Math.multiplyExact(denominator, divisor));
  }

  /** The larger one; where free sizes leave that open, an expression that is the larger one. */
  Fraction max(Fraction other) {
    return chosen(other, true);
  }

  Fraction min(Fraction other) {
    return chosen(other, false);
  }

  private Fraction chosen(Fraction other, boolean larger) {
    Dim left = numerator.times(other.denominator);
    Dim right = other.numerator.times(denominator);
    if (left.equals(right)) {
      return this;
    }
    if (left.isConstant() && right.isConstant()) {
      return left.value() > right.value() == larger ? this : other;
    }
    return reduced(
        larger ? left.max(right) : left.min(right),
        Math.multiplyExact(denominator, other.denominator));
  }

  Dim floor() {
    return numerator.floorDiv(denominator);
  }

  Ratio ratio() {
    return new Ratio(numerator, denominator);
  }

  /** Keeps the denominator small: by the common divisor of a constant, else by exact division. */
  private static Fraction reduced(Dim numerator, long denominator) {
    if (denominator == 1) {
      return new Fraction(numerator, 1);
    }
    if (numerator.isConstant()) {
      long common = gcd(Math.abs(numerator.value()), denominator);
      return new Fraction(Dim.of(numerator.value() / common), denominator / common);
    }
    return numerator
        .dividedBy(Dim.of(denominator))
        .map(Fraction::of)
        .orElseGet(() -> new Fraction(numerator, denominator));
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
