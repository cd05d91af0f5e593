package io.github.shapecheck.processor.python.parser;

import java.util.List;

/**
 * Reads a string literal in single, double or triple quotes.
 *
 * @param text its value, or the error's message
 * @param error the message if the string does not end, else empty
 * @param lastLine the index of the line in which it ends
 * @param end the column behind it
 */
record StringScanner(String text, String error, int lastLine, int end) {

  private static final String UNCLOSED = "the string has no closing quote";

  /** The column of the opening quote if a string, with or without prefix, begins here, else -1. */
  static int quoteAt(String text, int at) {
    int quote = at;
    while (quote < text.length() && quote < at + 2 && "rRbBfFuU".indexOf(text.charAt(quote)) >= 0) {
      quote++;
    }
    return quote < text.length() && "'\"".indexOf(text.charAt(quote)) >= 0 ? quote : -1;
  }

  /** Reads the string whose opening quote is given; an unclosed one ends with its line. */
  static StringScanner scan(List<String> lines, int line, int quote) {
    String text = lines.get(line);
    String mark = text.substring(quote, quote + 1);
    boolean triple = text.startsWith(mark.repeat(3), quote);
    String closing = triple ? mark.repeat(3) : mark;
    StringBuilder value = new StringBuilder();
    int at = quote + closing.length();
    for (int row = line; row < lines.size(); row++) {
      String rest = lines.get(row);
      while (at < rest.length()) {
        if (rest.startsWith(closing, at)) {
          return new StringScanner(value.toString(), "", row, at + closing.length());
        }
        boolean escape = rest.charAt(at) == '\\' && at + 1 < rest.length();
        value.append(escape ? unescape(rest.charAt(at + 1)) : rest.charAt(at));
        at += escape ? 2 : 1;
      }
      if (!triple) {
        break;
      }
      value.append('\n');
      at = 0;
    }
    return new StringScanner(UNCLOSED, UNCLOSED, line, text.length());
  }

  private static char unescape(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }
}
