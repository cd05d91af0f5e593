package io.github.shapecheck.processor.python.parser.token;

/**
 * A backslash and what stands behind it in a string.
 *
 * @param value what it stands for; an escape that Python does not know stands for itself
 * @param end the column behind it
 */
record Escape(String value, int end) {

  /**
   * Reads the escape whose backslash stands at a column that is not the last of its line.
   *
   * @param bytes whether it stands in bytes, which have no Unicode escapes
   */
  static Escape read(String text, int at, boolean bytes) {
    char c = text.charAt(at + 1);
    return switch (c) {
      case '\\', '\'', '"' -> simple(c, at);
      case 'a' -> simple('\u0007', at);
      case 'b' -> simple('\b', at);
      case 'f' -> simple('\f', at);
      case 'n' -> simple('\n', at);
      case 'r' -> simple('\r', at);
      case 't' -> simple('\t', at);
      case 'v' -> simple('\u000B', at);
      case 'x' -> hexadecimal(text, at, 2);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(text, at);
      case 'u' -> bytes ? unknown(text, at) : hexadecimal(text, at, 4);
      case 'U' -> bytes ? unknown(text, at) : hexadecimal(text, at, 8);
      case 'N' -> bytes ? unknown(text, at) : named(text, at);
      default -> unknown(text, at);
    };
  }

  private static Escape simple(char value, int at) {
    return new Escape(String.valueOf(value), at + 2);
  }

  private static Escape unknown(String text, int at) {
    return new Escape(text.substring(at, at + 2), at + 2);
  }

  private static Escape octal(String text, int at) {
    int end = at + 1;
    int value = 0;
    while (end < text.length() && end < at + 4 && Character.digit(text.charAt(end), 8) >= 0) {
      value = 8 * value + Character.digit(text.charAt(end), 8);
      end++;
    }
    return new Escape(String.valueOf((char) value), end);
  }

  private static Escape hexadecimal(String text, int at, int digits) {
    int end = at + 2 + digits;
    long value = 0;
    for (int i = at + 2; i < end; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return unknown(text, at);
      }
      value = 16 * value + digit;
    }
    return value <= Character.MAX_CODE_POINT
        ? new Escape(Character.toString((int) value), end)
        : unknown(text, at);
  }

  private static Escape named(String text, int at) {
    int close = text.startsWith("{", at + 2) ? text.indexOf('}', at) : -1;
    if (close < 0 || close - at > 100) {
      return unknown(text, at);
    }
    try {
      int point = Character.codePointOf(text.substring(at + 3, close));
      return new Escape(Character.toString(point), close + 1);
    } catch (IllegalArgumentException noSuchName) {
      return unknown(text, at);
    }
  }
}
