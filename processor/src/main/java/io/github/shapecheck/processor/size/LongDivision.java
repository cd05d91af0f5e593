package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Dim;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The floor of one polynomial divided by another, as it is from some value of their unknown on: the
 * rest of the division is then smaller than the divisor and of one sign.
 *
 * @param floor a polynomial divided by a number
 * @param from the first value of the unknown from which on it is so
 */
record LongDivision(Dim floor, long from) {

  /**
   * The coefficients belong to the powers of the unknown from 0 on; those of the divisor do not
   * stop at 0.
   */
  static LongDivision of(BigInteger[] dividend, BigInteger[] divisor, Dim unknown) {
    int degree = divisor.length - 1;
    BigInteger lead = divisor[degree];
    if (lead.signum() < 0) {
      return of(negated(dividend), negated(divisor), unknown);
    }
    BigInteger[] rest = dividend.clone();
    BigInteger scale = BigInteger.ONE; // of the dividend, so that all numbers stay whole
    Dim whole = Dim.of(0);
    for (int power = dividend.length - 1 - degree; power >= 0; power--) {
      BigInteger factor = lead.divide(lead.gcd(rest[power + degree]));
      scale = scale.multiply(factor);
      for (int i = 0; i < rest.length; i++) {
        rest[i] = rest[i].multiply(factor);
      }
      BigInteger times = rest[power + degree].divide(lead);
      for (int i = 0; i <= degree; i++) {
        rest[power + i] = rest[power + i].subtract(times.multiply(divisor[i]));
      }
      whole = whole.times(factor.longValueExact());
      whole = whole.plus(power(unknown, power).times(times.longValueExact()));
    }
    BigInteger[] difference = product(divisor, divisor);
    BigInteger[] square = product(rest, rest);
    for (int i = 0; i < Math.min(square.length, difference.length); i++) {
      difference[i] = difference[i].subtract(square[i]);
    }
    SignChart.Interval smaller = last(difference);
    SignChart.Interval sign = last(product(rest, divisor));
    Dim down = sign.sign() < 0 ? whole.minus(1) : whole;
    return new LongDivision(
        down.floorDiv(scale.longValueExact()), Math.max(smaller.low(), sign.low()));
  }

  private static SignChart.Interval last(BigInteger[] coefficients) {
    List<SignChart.Interval> chart = SignChart.of(coefficients);
    return chart.get(chart.size() - 1);
  }

  private static Dim power(Dim unknown, int exponent) {
    return exponent == 0 ? Dim.of(1) : unknown.times(power(unknown, exponent - 1));
  }

  private static BigInteger[] negated(BigInteger[] coefficients) {
    return Arrays.stream(coefficients).map(BigInteger::negate).toArray(BigInteger[]::new);
  }

  private static BigInteger[] product(BigInteger[] a, BigInteger[] b) {
    BigInteger[] product = new BigInteger[a.length + b.length - 1];
    Arrays.fill(product, BigInteger.ZERO);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        product[i + j] = product[i + j].add(a[i].multiply(b[j]));
      }
    }
    return product;
  }
}
