package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.SizeRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a polynomial in one unknown is negative, zero and positive over the whole numbers from 0
 * on, exactly: between the sign changes of its differences it is monotone, and beyond the bound of
 * its roots its sign stays.
 */
final class SignChart {
  /** An interval on which the sign is the same; the last one has no end. */
  record Interval(long low, long high, int sign) {}

  private static final BigInteger LIMIT = BigInteger.valueOf(Long.MAX_VALUE - 1);

  private SignChart() {}

  /** The chart of the sum of coefficients[i] * k**i. */
  static List<Interval> of(BigInteger[] coefficients) {
    int degree = coefficients.length - 1;
    while (degree > 0 && coefficients[degree].signum() == 0) {
      degree--;
    }
    if (degree == 0) {
      return List.of(new Interval(0, SizeRange.NO_END, coefficients[0].signum()));
    }
    if (degree == 1) {
      return line(coefficients[1], coefficients[0]);
    }
    List<Interval> chart = new ArrayList<>();
    long bound = bound(coefficients, degree);
    for (Interval slope : of(difference(coefficients, degree))) {
      // On the slope's interval the values from low to high + 1 are monotone; beyond the bound
      // nothing changes.
      long low = slope.low;
      long high = Math.min(slope.high, Math.max(bound, low));
      while (low <= high) {
        int sign = evaluate(coefficients, degree, low).signum();
        long end = lastWithSign(coefficients, degree, sign, low, high);
        add(chart, new Interval(low, end == high ? slope.high : end, sign));
        low = end + 1;
      }
    }
    return chart;
  }

  private static List<Interval> line(BigInteger slope, BigInteger start) {
    List<Interval> chart = new ArrayList<>();
    BigInteger[] root = start.negate().divideAndRemainder(slope);
    boolean crosses = start.signum() * slope.signum() <= 0;
    if (!crosses || root[0].compareTo(LIMIT) >= 0) {
      return List.of(new Interval(0, SizeRange.NO_END, start.signum()));
    }
    long zero = root[0].longValueExact();
    boolean exact = root[1].signum() == 0;
    long before = exact ? zero - 1 : zero;
    if (before >= 0) {
      chart.add(new Interval(0, before, -slope.signum()));
    }
    if (exact) {
      chart.add(new Interval(zero, zero, 0));
    }
    chart.add(new Interval(zero + 1, SizeRange.NO_END, slope.signum()));
    return chart;
  }

  private static void add(List<Interval> chart, Interval next) {
    int last = chart.size() - 1;
    if (last >= 0 && chart.get(last).sign == next.sign) {
      chart.set(last, new Interval(chart.get(last).low, next.high, next.sign));
    } else {
      chart.add(next);
    }
  }

  private static long lastWithSign(
      BigInteger[] coefficients, int degree, int sign, long low, long high) {
    long same = low;
    long other = high + 1;
    while (other - same > 1) {
      long middle = same + (other - same) / 2;
      if (evaluate(coefficients, degree, middle).signum() == sign) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return same;
  }

  /** p(k + 1) - p(k). */
  private static BigInteger[] difference(BigInteger[] coefficients, int degree) {
    BigInteger[] difference = new BigInteger[degree];
    for (int i = 0; i < degree; i++) {
      BigInteger sum = BigInteger.ZERO;
      for (int j = i + 1; j <= degree; j++) {

        sum = sum.add(coefficients[j].multiply(choose(j, i)));
      }
      difference[i] = sum;
    }
    return difference;
  }

  private static BigInteger choose(int n, int k) {
    BigInteger result = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }

  private static BigInteger evaluate(BigInteger[] coefficients, int degree, long at) {
    BigInteger k = BigInteger.valueOf(at);
    BigInteger value = coefficients[degree];
    for (int i = degree - 1; i >= 0; i--) {
      value = value.multiply(k).add(coefficients[i]);
    }
    return value;
  }

  /** Cauchy's bound of the roots. */
  private static long bound(BigInteger[] coefficients, int degree) {
    BigInteger largest = BigInteger.ZERO;
    for (int i = 0; i < degree; i++) {
      largest = largest.max(coefficients[i].abs());
    }
    BigInteger bound = largest.divide(coefficients[degree].abs()).add(BigInteger.TWO);
    return bound.min(LIMIT).longValueExact();
  }
}
