package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Finds where a number ends and of what kind it is.
 *
 * @param end the column behind it
 */
public record NumberScanner(int end, Kind kind) {

  /** Python's own limit on the decimal digits of a literal. */
  private static final int MOST_DIGITS = 4300;

  /** Reads the number that begins at {@code start} with a digit or a dot. */
  static NumberScanner scan(String text, int start) {
    if (radix(text, start) != 10) {
      return new NumberScanner(digits(text, start + 2, radix(text, start)), Kind.INT);
    }
    int whole = digits(text, start, 10);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = fraction(text, end + 1);
    }
    end = exponentEnd(text, end);
    boolean octal = end == whole && text.charAt(start) == '0' && hasNonZero(text, start, end);
    if (end < text.length() && (text.charAt(end) == 'j' || text.charAt(end) == 'J')) {
      return new NumberScanner(end + 1, Kind.IMAGINARY);
    }
    return new NumberScanner(end, octal ? Kind.ERROR : end > whole ? Kind.FLOAT : Kind.INT);
  }

  /** The value of a whole number as it is written, unless it has too many digits. */
  public static Optional<BigInteger> integer(String written) {
    String digits = written.replace("_", "");
    int radix = radix(digits, 0);
    if (digits.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    return Optional.of(new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
  }

  private static int fraction(String text, int from) {
    return from < text.length() && text.charAt(from) != '_' ? digits(text, from, 10) : from;
  }

  private static int exponentEnd(String text, int end) {
    if (end >= text.length() || Character.toLowerCase(text.charAt(end)) != 'e') {
      return end;
    }
    int sign = end + 1;
    if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
      sign++;
    }
    int last = fraction(text, sign);
    return last > sign ? last : end;
  }

  /** The column behind digits with single underscores between them. */
  private static int digits(String text, int from, int radix) {
    int end = from;
    while (end < text.length()
        && (isDigit(text.charAt(end), radix)
            || (text.charAt(end) == '_'
                && end + 1 < text.length()
                && isDigit(text.charAt(end + 1), radix)))) {
      end++;
    }
    return end;
  }

  private static boolean hasNonZero(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) != '0' && text.charAt(i) != '_') {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
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
    int first = text.charAt(start + 2) == '_' ? start + 3 : start + 2;
    return first < text.length() && isDigit(text.charAt(first), radix) ? radix : 10;
  }
}
