package io.github.shapecheck.processor.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers as Python writes and divides them. */
public final class Floats {
  private static final int MOST_DIGITS = 17;
  private static final int FIRST_EXPONENT = 16;

  /** No double has digits farther from the point. */
  private static final long MOST_SCALE = 1_100;

  private Floats() {}

  /** The shortest text that reads back as the same number, as {@code repr} gives it. */
  public static String repr(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number > 0 ? "0.0" : "-0.0";
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shortest.doubleValue() == number) {
        break;
      }
    }
    shortest = shortest.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < FIRST_EXPONENT) {
      String plain = shortest.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    return scientific(shortest, exponent, 'e');
  }

  /** Digits with an exponent of at least two digits. */
  public static String scientific(BigDecimal number, int exponent, char letter) {
    String digits = number.unscaledValue().abs().toString();
    String point = digits.length() > 1 ? digits.charAt(0) + "." + digits.substring(1) : digits;
    int size = Math.abs(exponent);
    return (number.signum() < 0 ? "-" : "")
        + point
        + letter
        + (exponent < 0 ? "-" : "+")
        + (size < 10 ? "0" : "")
        + size;
  }

  /** The remainder, with the sign of the divisor. */
  public static double mod(double left, double right) {
    double rest = left % right;
    if (rest != 0) {
      return (right < 0) != (rest < 0) ? rest + right : rest;
    }
    return Math.copySign(0.0, right);
  }

  /** The quotient rounded down, so that it goes with the remainder. */
  public static double floorDiv(double left, double right) {
    double quotient = (left - mod(left, right)) / right;
    if (quotient == 0) {
      return Math.copySign(0.0, left / right);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  /** An integer rounded to digits in front of the point, halves to even. */
  public static long round(long number, long digits) {
    return new BigDecimal(number)
        .setScale((int) Math.max(-MOST_SCALE, Math.min(digits, 0)), RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** Rounded to digits behind the point, halves to even, as {@code round} does. */
  public static double round(double number, long digits) {
    if (Double.isNaN(number) || Double.isInfinite(number) || digits > MOST_SCALE) {
      return number;
    }
    int scale = (int) Math.max(-MOST_SCALE, digits);
    double rounded = new BigDecimal(number).setScale(scale, RoundingMode.HALF_EVEN).doubleValue();
    return Math.copySign(rounded, number);
  }
}
