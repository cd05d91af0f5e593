package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Span;
import java.util.List;

/** A position in the lines of a text. */
final class Source {

  private static final int TAB = 8;

  private final List<String> lines;
  private String text;
  private int line;
  private int at;

  Source(List<String> lines) {
    this.lines = lines;
    this.text = lines.isEmpty() ? "" : lines.get(0);
  }

  List<String> lines() {
    return lines;
  }

  List<String> linesSoFar() {
    return lines.subList(0, line + 1);
  }

  boolean hasLine() {
    return line < lines.size();
  }

  /** Moves to the begin of the next line, if there is one. */
  void nextLine() {
    moveTo(line + 1, 0);
  }

  void moveTo(int newLine, int column) {
    line = newLine;
    text = hasLine() ? lines.get(newLine) : "";
    at = column;
  }

  void moveTo(int column) {
    at = column;
  }

  void toLineEnd() {
    at = text.length();
  }

  /** The index of the line, from 0. */
  int line() {
    return line;
  }

  int column() {
    return at;
  }

  /** The line's text. */
  String text() {
    return text;
  }

  boolean atLineEnd() {
    return at >= text.length();
  }

  boolean at(String sign) {
    return text.startsWith(sign, at);
  }

  /** The character so many behind this place; a zero beyond the line. */
  char charAt(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  /** Skips one space, if one is here. */
  boolean skipSpace() {
    boolean space = isSpace(text.charAt(at));
    at += space ? 1 : 0;
    return space;
  }

  /** How far the line is indented; a tab goes to the next multiple of eight. */
  int indentation() {
    int width = 0;
    for (int i = 0; i < text.length() && isSpace(text.charAt(i)); i++) {
      char c = text.charAt(i);
      width =
          c == '\f' ? 0 : c == '\t' ? (width / TAB + 1) * TAB : c == '\uFEFF' ? width : width + 1;
    }
    return width;
  }

  /** From here to a column of this line. */
  Span spanTo(int end) {
    return Span.of(line + 1, at, end);
  }

  boolean isBlankFrom(int from) {
    int end = from;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end == text.length();
  }

  int wordEnd(int from) {
    int end = from;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isWordPart(char c) {
    if (c < 0x80) {
      return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.CONNECTOR_PUNCTUATION;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
