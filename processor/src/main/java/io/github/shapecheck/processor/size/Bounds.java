package io.github.shapecheck.processor.size;

/**
 * What a size is never below and never above; not always the tightest such numbers.
 *
 * @param min the lower bound; {@link #NO_MIN} if none is known
 * @param max the upper bound; {@link #NO_MAX} if none is known
 */
public record Bounds(long min, long max) {
  /** The {@code min} where no lower bound is known. */
  public static final long NO_MIN = Long.MIN_VALUE;

  /** The {@code max} where no upper bound is known. */
  public static final long NO_MAX = Long.MAX_VALUE;

  static final Bounds NONE = new Bounds(NO_MIN, NO_MAX);

  Bounds plus(Bounds other) {
    long low = min == NO_MIN || other.min == NO_MIN ? NO_MIN : saturated(min, other.min);
    long high = max == NO_MAX || other.max == NO_MAX ? NO_MAX : saturated(max, other.max);
    return new Bounds(low, high);
  }

  Bounds times(Bounds other) {
    long a = product(min, other.min);
    long b = product(min, other.max);
    long c = product(max, other.min);
    long d = product(max, other.max);
    return new Bounds(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  Bounds floorDiv(long divisor) {
    return new Bounds(
        min == NO_MIN ? NO_MIN : Math.floorDiv(min, divisor),
        max == NO_MAX ? NO_MAX : Math.floorDiv(max, divisor));
  }

  /** The quotient by a divisor that is at least 1; nothing is said for others. */
  Bounds floorDiv(Bounds divisor) {
    if (divisor.min < 1) {
      return NONE;
    }
    long low = min == NO_MIN ? NO_MIN : quotient(min, min >= 0 ? divisor.max : divisor.min);
    long high = max == NO_MAX ? NO_MAX : quotient(max, max >= 0 ? divisor.min : divisor.max);
    return new Bounds(low, high);
  }

  Bounds intersect(Bounds other) {
    return new Bounds(/* min= */ Math.max(min, other.min), /* max= */ Math.min(max, other.max));
  }

  Bounds belowZero() {
    return new Bounds(Math.min(min, 0), Math.min(max, 0));
  }

  /** The bounds of the scaled size, with room for what a double rounds. */
  Bounds scale(double factor) {
    double a = scaled(factor, min);
    double b = scaled(factor, max);
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    return new Bounds(low <= -0x1p62 ? NO_MIN : (long) low, high >= 0x1p62 ? NO_MAX : (long) high);
  }

  private static double scaled(double factor, long bound) {
    boolean infinite = bound == NO_MIN || bound == NO_MAX;
    return factor == 0
        ? 0
        : Math.floor(factor * (infinite ? Math.signum((double) bound) / 0.0 : bound));
  }

  private static long quotient(long dividend, long divisor) {
    return divisor == NO_MAX ? (dividend < 0 ? -1 : 0) : Math.floorDiv(dividend, divisor);
  }

  private static long saturated(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? NO_MIN : NO_MAX) : sum;
  }

  private static long product(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    boolean infinite = a == NO_MIN || a == NO_MAX || b == NO_MIN || b == NO_MAX;
    if (a == 0 || b == 0) {
      return 0;
    }
    if (infinite || high != low >> 63) {
      return (a < 0) == (b < 0) ? NO_MAX : NO_MIN;
    }
    return low;
  }
}
