package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.Map;
import java.util.Objects;

/**
 * An exact fraction of a size, as upsampling makes of the distance between two fields.
 *
 * @param numerator what is divided
 * @param denominator at least 1
 */
public record Ratio(Dim numerator, long denominator) {
  /** Rejects denominators that are not positive. */
  public Ratio {
    Objects.requireNonNull(numerator, "numerator");
    if (denominator < 1) {
      throw new IllegalArgumentException("denominator " + denominator + " is not positive");
    }
    if (numerator.isConstant()) {
      long common = gcd(Math.abs(numerator.value()), denominator);
      if (common > 1) {
        numerator = Dim.of(numerator.value() / common);
        denominator /= common;
      }
    }
  }

  /** Reads {@code "3"}, {@code "1/2"} or {@code "(H + 1)/2"}. */
  public static Ratio parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash > 0 && text.substring(slash + 1).chars().allMatch(c -> c >= '0' && c <= '9')) {
      String above = text.substring(0, slash);
      if (balanced(above)) {
        return new Ratio(Dim.parse(above), Long.parseLong(text.substring(slash + 1)));
      }
    }
    return new Ratio(Dim.parse(text), 1);
  }

  private static boolean balanced(String text) {
    long open = text.chars().filter(c -> c == '(').count();
    return open == text.chars().filter(c -> c == ')').count();
  }

  /** The fraction as a floating point number, if it has no free sizes. */
  public double value() {
    return (double) numerator.value() / denominator;
  }

  /** Whether it is a number without free sizes. */
  public boolean isConstant() {
    return numerator.isConstant();
  }

  Ratio with(Map<String, Dim> sizes) {
    return new Ratio(numerator.with(sizes), denominator);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Override
  public String toString() {
    if (denominator == 1) {
      return numerator.toString();
    }
    return (isConstant() ? numerator.toString() : "(" + numerator + ")") + "/" + denominator;
  }
}
