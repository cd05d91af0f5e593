package io.github.shapecheck.report.text;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Walks over the characters of a line of a report's text. */
final class LineScanner {
  private final String line;
  private int position;

  LineScanner(String line) {
    this.line = line;
  }

  /** Consumes the text if it comes next, a word only as a whole word, and the spaces around it. */
  boolean take(String text) {
    skipSpace();
    int end = position + text.length();
    boolean cut =
        OperandText.isWordPart(text.charAt(text.length() - 1))
            && end < line.length()
            && OperandText.isWordPart(line.charAt(end));
    if (cut || !line.startsWith(text, position)) {
      return false;
    }
    position = end;
    skipSpace();
    return true;
  }

  void expect(String text) {
    if (!take(text)) {
      throw error("expected " + text);
    }
  }

  boolean atEnd() {
    return position == line.length();
  }

  char next() {
    return atEnd() ? '\n' : line.charAt(position);
  }

  void skipSpace() {
    while (next() == ' ') {
      position++;
    }
  }

  /** A name, quoted or not. */
  String word() {
    if (next() == '"') {
      return quoted();
    }
    int start = position;
    while (OperandText.isWordPart(next())) {
      position++;
    }
    if (start == position) {
      throw error("expected a name");
    }
    return line.substring(start, position);
  }

  /** A name that {@code =} follows, which is consumed too; else "". */
  String keyword() {
    int end = position;
    while (end < line.length() && OperandText.isWordPart(line.charAt(end))) {
      end++;
    }
    if (end == line.length() || line.charAt(end) != '=') {
      return "";
    }
    String name = line.substring(position, end);
    position = end + 1;
    return name;
  }

  /** A text in quotes, as JSON has it. */
  String quoted() {
    StringBuilder out = new StringBuilder();
    position++;
    while (next() != '"') {
      char c = next();
      if (atEnd()) {
        throw error("expected a closing quote");
      }
      position++;
      if (c == '\\' && next() == 'u') {
        c = (char) Integer.parseInt(cut(position + 1, position + 5), 16);
        position += 5;
      } else if (c == '\\') {
        c = next();
        position++;
      }
      out.append(c);
    }
    position++;
    return out.toString();
  }

  private String cut(int from, int to) {
    if (to > line.length()) {
      throw error("unexpected end");
    }
    return line.substring(from, to);
  }

  /** What stands before a character, which is consumed too. */
  String until(char end) {
    int at = line.indexOf(end, position);
    if (at < 0) {
      throw error("expected " + end);
    }
    String text = line.substring(position, at);
    position = at + 1;
    return text;
  }

  /** What is left of the line. */
  String rest() {
    String text = line.substring(position);
    position = line.length();
    return text;
  }

  Shape shape() {
    return Shape.parse(until(']') + "]");
  }

  /** A formula in braces. */
  Dim formula() {
    position++;
    return Dim.parse(until('}'));
  }

  /** Sizes in brackets, which have no commas of their own but in parentheses. */
  <T> List<T> list(Function<String, T> item) {
    expect("[");
    String text = until(']');
    List<T> items = new ArrayList<>();
    int start = 0;
    int open = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && open == 0 && !text.isEmpty()) {
        items.add(item.apply(text.substring(start, i).strip()));
        start = i + 1;
      }
    }
    return items;
  }

  IllegalArgumentException error(String message) {
    return new IllegalArgumentException(message + " at column " + (position + 1));
  }
}
