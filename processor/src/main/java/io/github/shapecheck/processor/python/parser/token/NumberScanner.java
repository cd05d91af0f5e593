package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a number ends and of what kind it is.
 *
 * @param end the column behind it
 */
public record NumberScanner(int end, Kind kind) {

  /** Python's own limit on the decimal digits of a literal. */
  private static final int MOST_DIGITS = 4300;

  /** A whole number of another base; else whole, fraction, exponent and the sign of imaginaries. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(0[xX]_?H[H_]*|0[oO]_?[0-7][0-7_]*|0[bB]_?[01][01_]*)".replace("H", "\\p{XDigit}")
              + "|(D?)(\\.D?)?([eE][-+]?D)?([jJ])?".replace("D", "(?:[0-9][0-9_]*)"));

  /** An underscore that stands not between two digits. */
  private static final Pattern LOOSE = Pattern.compile("_(?![0-9])");

  private static final Pattern LOOSE_HEXADECIMAL = Pattern.compile("_(?!\\p{XDigit})");
  private static final Pattern OCTAL = Pattern.compile("0[0-9_]*[1-9][0-9_]*");

  /** Reads the number that begins at {@code start} with a digit or a dot. */
  static NumberScanner scan(String text, int start) {
    Matcher number = NUMBER.matcher(text).region(start, text.length());
    number.lookingAt();
    return new NumberScanner(number.end(), kind(number));
  }

  private static Kind kind(Matcher number) {
    String whole = number.group(2);
    if ((whole == null ? LOOSE_HEXADECIMAL : LOOSE).matcher(number.group()).find()) {
      return Kind.ERROR;
    }
    if (whole == null) {
      return Kind.INT;
    }
    if (number.group(5) != null) {
      return Kind.IMAGINARY;
    }
    boolean real = number.group(3) != null || number.group(4) != null;
    return real ? Kind.FLOAT : OCTAL.matcher(whole).matches() ? Kind.ERROR : Kind.INT;
  }

  /** The value of a whole number as it is written, unless it has too many digits. */
  public static Optional<BigInteger> integer(String written) {
    String digits = written.replace("_", "");
    if (digits.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    int radix =
        switch (digits.length() > 2 ? digits.charAt(1) : ' ') {
          case 'x', 'X' -> 16;
          case 'o', 'O' -> 8;
          case 'b', 'B' -> 2;
          default -> 10;
        };
    return Optional.of(new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
  }
}
