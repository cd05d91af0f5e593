package io.github.shapecheck.processor.python.parser;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Finds where a number ends and what it is worth.
 *
 * @param end the column behind it
 */
record NumberScanner(int end, boolean isFloat) {

  /** Reads the number that begins at {@code start} with a digit or a dot. */
  static NumberScanner scan(String text, int start) {
    if (radix(text, start) != 10) {
      return new NumberScanner(digits(text, start + 2, radix(text, start)), false);
    }
    int end = digits(text, start, 10);
    boolean isFloat = false;
    if (end < text.length() && text.charAt(end) == '.') {
      isFloat = true;
      end = digits(text, end + 1, 10);
    }
    int exponent = exponentEnd(text, end);
    return new NumberScanner(exponent, isFloat || exponent > end);
  }

  /** The value of a whole number as it is written, if it fits into a long. */
  static Optional<Long> integer(String written) {
    String digits = written.replace("_", "");
    int radix = radix(digits, 0);
    if (digits.length() > 80) {
      return Optional.empty();
    }
    String bare = radix == 10 ? digits : digits.substring(2);
    BigInteger value = bare.isEmpty() ? BigInteger.ZERO : new BigInteger(bare, radix);
    return value.bitLength() < Long.SIZE ? Optional.of(value.longValue()) : Optional.empty();
  }

  private static int exponentEnd(String text, int end) {
    if (end >= text.length() || Character.toLowerCase(text.charAt(end)) != 'e') {
      return end;
    }
    int sign = end + 1;
    if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
      sign++;
    }
    int last = digits(text, sign, 10);
    return last > sign ? last : end;
  }

  private static int digits(String text, int from, int radix) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end), radix)) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && (c == '_' || Character.digit(c, radix) >= 0);
  }

  private static int radix(String text, int start) {
    if (start + 2 >= text.length() || text.charAt(start) != '0') {
      return 10;
    }
    int radix =
        switch (text.charAt(start + 1)) {
          case 'x', 'X' -> 16;
          case 'o', 'O' -> 8;
          case 'b', 'B' -> 2;
          default -> 10;
        };
    return isDigit(text.charAt(start + 2), radix) ? radix : 10;
  }
}
