package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Floats;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's format specification: {@code [[fill]align][sign][#][0][width][,][.precision][type]}. */
public final class FormatSpec {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\\d{1,4})?([,_])?(?:\\.(\\d{1,4}))?([a-zA-Z%])?",
          Pattern.DOTALL);
  private final String fill;
  private final String align;
  private final String sign;
  private final boolean alternate;
  private final int width;
  private final String group;
  private final int precision;
  private final char type;

  private FormatSpec(Matcher spec) {
    boolean zero = spec.group(6) != null;
    this.fill = spec.group(1) != null ? spec.group(1) : zero ? "0" : " ";
    this.align = spec.group(2) != null ? spec.group(2) : zero ? "=" : "";
    this.sign = spec.group(3) == null ? "-" : spec.group(3);
    this.alternate = spec.group(5) != null;
    this.width = spec.group(7) == null ? 0 : Integer.parseInt(spec.group(7));
    this.group = spec.group(8) == null ? "" : spec.group(8);
    this.precision = spec.group(9) == null ? -1 : Integer.parseInt(spec.group(9));
    this.type = spec.group(10) == null ? 0 : spec.group(10).charAt(0);
  }

  /** Reads a specification; null where it is none. */
  public static @Nullable FormatSpec of(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    return matcher.matches() ? new FormatSpec(matcher) : null;
  }

  /** A string in this format; null where strings have none such. */
  public @Nullable String text(String value) {
    if (type != 0 && type != 's' || align.equals("=") || !group.isEmpty() || !sign.equals("-")) {
      return align.equals("=") && type == 0 && sign.equals("-") ? padded("", value, "<") : null;
    }
    String cut =
        precision >= 0 && precision < value.length() ? value.substring(0, precision) : value;
    return padded("", cut, align.isEmpty() ? "<" : align);
  }

  /** An integer in this format; null where integers have none such. */
  public @Nullable String integer(long value) {
    BigInteger size = BigInteger.valueOf(value).abs();
    String digits;
    String prefix = "";
    switch (type) {
      case 0, 'd', 'n' -> digits = grouped(size.toString(), 3);
      case 'b' -> {
        digits = grouped(size.toString(2), 4);
        prefix = "0b";
      }
      case 'o' -> {
        digits = grouped(size.toString(8), 4);
        prefix = "0o";
      }
      case 'x', 'X' -> {
        digits = grouped(size.toString(16), 4);
        digits = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
        prefix = "0" + type;
      }
      case 'c' -> {
        return padded("", String.valueOf((char) value), align.isEmpty() ? "<" : align);
      }
      default -> {
        return real(value);
      }
    }
    return precision >= 0
        ? null
        : padded(signOf(value < 0) + (alternate ? prefix : ""), digits, numeric());
  }

  /** A floating-point number in this format; null where they have none such. */
  public @Nullable String real(double value) {
    boolean negative = value < 0 || value == 0 && 1 / value < 0;
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String word = Double.isNaN(value) ? "nan" : "inf";
      return padded(signOf(negative), type == '%' ? word + "%" : word, numeric());
    }
    String digits = digits(Math.abs(value));
    return digits == null ? null : padded(signOf(negative), digits, numeric());
  }

  private @Nullable String digits(double size) {
    int places = precision < 0 ? 6 : precision;
    BigDecimal exact = new BigDecimal(size);
    return switch (type) {
      case 'f', 'F' -> point(exact.setScale(places, RoundingMode.HALF_EVEN).toPlainString());
      case '%' ->
          point(new BigDecimal(size * 100).setScale(places, RoundingMode.HALF_EVEN).toPlainString())
              + "%";
      case 'e', 'E' -> exponential(exact, places);
      case 'g', 'G', 'n' -> general(exact, Math.max(places, 1), false);
      case 0 ->
          precision < 0 ? point(Floats.repr(size)) : general(exact, Math.max(precision, 1), true);
      default -> null;
    };
  }

  private String exponential(BigDecimal exact, int places) {
    if (exact.signum() == 0) {
      return "0" + (places > 0 ? "." + "0".repeat(places) : "") + type + "+00";
    }
    BigDecimal rounded = exact.round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    return Floats.scientific(rounded.setScale(places - exponent), exponent, type);
  }

  private String general(BigDecimal exact, int digits, boolean likeRepr) {
    if (exact.signum() == 0) {
      return likeRepr ? "0.0" : "0";
    }
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal plain = alternate ? rounded : rounded.stripTrailingZeros();
    if (exponent >= -4 && exponent < (likeRepr ? Math.max(digits - 1, 1) : digits)) {
      String text = plain.toPlainString();
      return point(likeRepr && !text.contains(".") ? text + ".0" : text);
    }
    return Floats.scientific(plain, exponent, type == 'G' ? 'E' : 'e');
  }

  private String point(String digits) {
    int dot = digits.indexOf('.');
    return dot < 0
        ? grouped(digits, 3)
        : grouped(digits.substring(0, dot), 3) + digits.substring(dot);
  }

  private String grouped(String digits, int size) {
    if (group.isEmpty()) {
      return digits;
    }
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - size; at > 0; at -= size) {
      text.insert(at, group);
    }
    return text.toString();
  }

  private String signOf(boolean negative) {
    return negative ? "-" : sign.equals("-") ? "" : sign;
  }

  private String numeric() {
    return align.isEmpty() ? ">" : align;
  }

  private String padded(String front, String text, String how) {
    int missing = width - front.length() - text.length();
    if (missing <= 0) {
      return front + text;
    }
    return switch (how) {
      case "<" -> front + text + fill.repeat(missing);
      case "^" -> fill.repeat(missing / 2) + front + text + fill.repeat(missing - missing / 2);
      case "=" -> front + fill.repeat(missing) + text;
      default -> fill.repeat(missing) + front + text;
    };
  }
}
