package io.github.shapecheck.shape;

/** Walks over the characters of an expression or condition. */
final class Scanner {
  private final String text;
  private int position;

  Scanner(String text) {
    this.text = text;
  }

  /** Consumes the token if it comes next; a word only as a whole word. */
  boolean take(String token) {
    skipSpace();
    if (!text.startsWith(token, position)) {
      return false;
    }
    int end = position + token.length();
    boolean word = Character.isJavaIdentifierPart(token.charAt(token.length() - 1));
    if (word && end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      return false;
    }
    position = end;
    return true;
  }

  void expect(String token) {
    if (!take(token)) {
      throw error("expected " + token);
    }
  }

  boolean atEnd() {
    skipSpace();
    return position == text.length();
  }

  /** Consumes digits, a fraction and an exponent; empty if none come next. */
  String number() {
    skipSpace();
    int start = position;
    while (position < text.length() && isNumberPart(start)) {
      position++;
    }
    return text.substring(start, position);
  }

  private boolean isNumberPart(int start) {
    char c = text.charAt(position);
    if (isDigit(c)) {
      return true;
    }
    if (position == start) {
      return false;
    }
    char before = text.charAt(position - 1);
    // "a..b" is a range: its first dot is no decimal point.
    boolean point =
        c == '.'
            && position + 1 < text.length()
            && isDigit(text.charAt(position + 1))
            && before != '.';
    return point || c == 'e' || c == 'E' || (c == '-' && (before == 'e' || before == 'E'));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Consumes an identifier; empty if none comes next. */
  String name() {
    skipSpace();
    int start = position;
    while (position < text.length()
        && (position == start
            ? Character.isJavaIdentifierStart(text.charAt(position))
            : Character.isJavaIdentifierPart(text.charAt(position)))) {
      position++;
    }
    return text.substring(start, position);
  }

  /** Whether a comparison sign comes next. */
  boolean comesSign() {
    skipSpace();
    return position < text.length() && "=<>!".indexOf(text.charAt(position)) >= 0;
  }

  /**
   * Whether a parenthesis comes next that holds a condition, not a size: only conditions have signs
   * in them.
   */
  boolean opensCondition() {
    skipSpace();
    if (position == text.length() || text.charAt(position) != '(') {
      return false;
    }
    int depth = 0;
    for (int i = position; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return false;
      }
      if ("=<>!".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  IllegalArgumentException error(String what) {
    String shown = text.length() <= 200 ? text : text.substring(0, 200) + "...";
    return new IllegalArgumentException(
        what + " at position " + position + " of \"" + shown + "\"");
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }
}
