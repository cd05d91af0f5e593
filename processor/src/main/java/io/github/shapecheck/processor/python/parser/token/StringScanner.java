package io.github.shapecheck.processor.python.parser.token;

import java.util.List;
import java.util.Locale;

/**
 * Reads a string literal in single, double or triple quotes.
 *
 * @param text its value, or the error's message
 * @param error the message if the string does not end, else empty
 * @param lastLine the index of the line in which it ends
 * @param end the column behind it
 */
record StringScanner(String text, String error, int lastLine, int end) {

  static final String UNCLOSED = "the string has no closing quote";

  /** The quotes that a string opens with at a column: one or three. */
  static String mark(String text, int quote) {
    String mark = text.substring(quote, quote + 1);
    return text.startsWith(mark.repeat(3), quote) ? mark.repeat(3) : mark;
  }

  /**
   * Reads the string behind a prefix; an unclosed one ends with its line.
   *
   * @param lines those in which it may end
   */
  static StringScanner scan(List<String> lines, int line, Prefix prefix) {
    String text = lines.get(line);
    String mark = mark(text, prefix.quote());
    StringBuilder value = new StringBuilder();
    int at = prefix.quote() + mark.length();
    for (int row = line; row < lines.size(); row++) {
      String rest = lines.get(row);
      boolean joined = false;
      while (at < rest.length()) {
        if (rest.startsWith(mark, at)) {
          return new StringScanner(value.toString(), "", row, at + mark.length());
        }
        if (rest.charAt(at) != '\\') {
          value.append(rest.charAt(at++));
        } else if (at + 1 == rest.length()) {
          joined = true;
          value.append(prefix.raw() ? "\\" : "");
          at++;
        } else if (prefix.raw()) {
          value.append(rest, at, at + 2);
          at += 2;
        } else {
          Escape escape = Escape.read(rest, at, prefix.bytes());
          value.append(escape.value());
          at = escape.end();
        }
      }
      if (mark.length() == 1 && !joined) {
        break;
      }
      value.append(joined && !prefix.raw() ? "" : "\n");
      at = 0;
    }
    return new StringScanner(UNCLOSED, UNCLOSED, line, text.length());
  }

  /**
   * The letters in front of a string.
   *
   * @param quote the column of the opening quote
   */
  record Prefix(int quote, boolean raw, boolean bytes, boolean formatted) {

    private static final int NONE = -1;

    /** The prefix, perhaps empty, of a string that begins at a column. */
    static Prefix at(String text, int column) {
      int quote = column;
      while (quote < text.length() && quote < column + 2 && isLetter(text.charAt(quote))) {
        quote++;
      }
      boolean string =
          quote < text.length() && (text.charAt(quote) == '\'' || text.charAt(quote) == '"');
      if (!string) {
        return new Prefix(NONE, false, false, false);
      }
      return switch (text.substring(column, quote).toLowerCase(Locale.ROOT)) {
        case "", "u" -> new Prefix(quote, false, false, false);
        case "r" -> new Prefix(quote, true, false, false);
        case "b" -> new Prefix(quote, false, true, false);
        case "br", "rb" -> new Prefix(quote, true, true, false);
        case "f" -> new Prefix(quote, false, false, true);
        case "fr", "rf" -> new Prefix(quote, true, false, true);
        default -> new Prefix(NONE, false, false, false);
      };
    }

    boolean isPresent() {
      return quote != NONE;
    }

    private static boolean isLetter(char c) {
      return "rRbBfFuU".indexOf(c) >= 0;
    }
  }
}
