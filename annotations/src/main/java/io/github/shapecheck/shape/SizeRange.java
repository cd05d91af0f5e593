package io.github.shapecheck.shape;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Every {@code step}-th size from {@code first} to {@code last}, both included.
 *
 * @param first the smallest, at least 0
 * @param last the largest; {@link #NO_END} if there is none
 * @param step the distance, at least 1; 1 if there is only one size
 */
public record SizeRange(long first, long last, long step) {
  /** The {@code last} of a range without end. */
  public static final long NO_END = Long.MAX_VALUE;

  /** Puts {@code last} on a member. */
  public SizeRange {
    if (first < 0 || last < first || step < 1) {
      throw new IllegalArgumentException("no range: " + first + ".." + last + "/" + step);
    }
    if (last != NO_END) {
      last -= (last - first) % step;
      step = first == last ? 1 : step;
    }
  }

  /** Whether {@code size} is a member. */
  public boolean contains(long size) {
    return size >= first && size <= last && (size - first) % step == 0;
  }

  /** Whether the range has no end. */
  public boolean isUnbounded() {
    return last == NO_END;
  }

  /** The number of members; {@link Long#MAX_VALUE} if there is no end. */
  public long count() {
    return isUnbounded() ? Long.MAX_VALUE : (last - first) / step + 1;
  }

  /** The smallest member that is not below {@code size}, if there is one. */
  Optional<Long> next(long size) {
    if (size <= first) {
      return Optional.of(first);
    }
    long gap = (size - first) % step;
    long next = gap == 0 ? size : size + (step - gap);
    return next < size || next > last ? Optional.empty() : Optional.of(next);
  }

  /** The common members, by the Chinese remainder theorem. */
  public Optional<SizeRange> intersect(SizeRange other) {
    long low = Math.max(first, other.first);
    long high = Math.min(last, other.last);
    if (step == 1 && other.step == 1) {
      return low > high ? Optional.empty() : Optional.of(new SizeRange(low, high, 1));
    }
    long divisor = Division.gcd(step, other.step);
    if ((other.first - first) % divisor != 0) {
      return Optional.empty();
    }
    if (step % other.step == 0 || other.step % step == 0) { // one is a part of the other
      long period = Math.max(step, other.step);
      long from = step < other.step ? other.first : first;
      long missing = low - from;
      long jumps = missing <= 0 ? 0 : (missing - 1) / period + 1;
      long start = from + jumps * period;
      return start > high || start < 0
          ? Optional.empty()
          : Optional.of(new SizeRange(start, high, period));
    }
    BigInteger a = BigInteger.valueOf(step);
    BigInteger b = BigInteger.valueOf(other.step);
    BigInteger common = a.gcd(b);
    BigInteger distance = BigInteger.valueOf(other.first).subtract(BigInteger.valueOf(first));
    if (distance.mod(common).signum() != 0) {
      return Optional.empty();
    }
    BigInteger rest = b.divide(common);
    BigInteger steps =
        rest.equals(BigInteger.ONE)
            ? BigInteger.ZERO
            : distance.divide(common).multiply(a.divide(common).modInverse(rest)).mod(rest);
    BigInteger period = a.multiply(rest);
    BigInteger start = BigInteger.valueOf(first).add(steps.multiply(a));
    BigInteger missing = BigInteger.valueOf(low).subtract(start);
    if (missing.signum() > 0) {
      BigInteger jumps = missing.add(period).subtract(BigInteger.ONE).divide(period);
      start = start.add(jumps.multiply(period));
    }
    if (start.compareTo(BigInteger.valueOf(high)) > 0) {
      return Optional.empty();
    }
    boolean single = period.bitLength() > 62;
    long from = start.longValueExact();
    return Optional.of(
        single ? new SizeRange(from, from, 1) : new SizeRange(from, high, period.longValueExact()));
  }

  // Written out: a record's own are linked at first use, tens of milliseconds of a short build.
  @Override
  public boolean equals(Object other) {
    return other instanceof SizeRange range
        && first == range.first
        && last == range.last
        && step == range.step;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * (31 * first + last) + step);
  }

  /** {@code 28}, {@code 28..29}, {@code 28..} or {@code 32../32}. */
  @Override
  public String toString() {
    if (first == last) {
      return Long.toString(first);
    }
    return first
        + ".."
        + (isUnbounded() ? "" : Long.toString(last))
        + (step == 1 ? "" : "/" + step);
  }
}
