package io.github.shapecheck.processor.python.parser.token;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads f-strings into tokens: texts, and between braces those of the values; a string may stand in
 * the braces of another one.
 */
final class FormattedLexer {

  /** Where an f-string begins, to be read otherwise if it does not end. */
  private record Begin(int tokens, int line, int column, int indent) {}

  private enum Role {
    TEXT,
    VALUE,
    FORMAT
  }

  /** A text, the value in braces inside it, or how that is formatted. */
  private record Part(Role role, boolean raw, String mark, int depth) {
    Part inner(Role innerRole) {
      return new Part(innerRole, raw, mark, 0);
    }

    Part deeper(int by) {
      return new Part(role, raw, mark, depth + by);
    }
  }

  private final Source source;
  private final List<Token> tokens;
  private final Deque<Part> open = new ArrayDeque<>();
  private Begin begin = new Begin(0, 0, 0, 0);
  private boolean sawUnclosed;

  FormattedLexer(Source source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  boolean inText() {
    return isOpen() && open.element().role() != Role.VALUE;
  }

  /** Begins an f-string whose prefix stands here. */
  void open(StringScanner.Prefix prefix, int indent) {
    if (!isOpen()) {
      begin = new Begin(tokens.size(), source.line(), source.column(), indent);
    }
    String mark = StringScanner.mark(source.text(), prefix.quote());
    take(Kind.FORMATTED, mark, prefix.quote() + mark.length(), indent);
    open.push(new Part(Role.TEXT, prefix.raw(), mark, 0));
  }

  /** Whether the next line may go on inside the braces. */
  boolean mayGoOn() {
    return !sawUnclosed && source.line() + 1 < source.lines().size();
  }

  /** Makes the whole string an error of its first line. */
  void abandon() {
    sawUnclosed |= source.line() > begin.line();
    tokens.subList(begin.tokens(), tokens.size()).clear();
    open.clear();
    source.moveTo(begin.line(), begin.column());
    Span span = source.spanTo(source.text().length());
    tokens.add(new Token(Kind.ERROR, StringScanner.UNCLOSED, span, begin.indent()));
    source.toLineEnd();
  }

  /** Reads text up to the next brace, the string's end or the text's. */
  void text() {
    Part part = open.element();
    int line = source.line();
    int column = source.column();
    StringBuilder text = new StringBuilder();
    while (true) {
      char c = source.charAt(0);
      boolean doubled = part.role() == Role.TEXT && source.charAt(1) == c;
      boolean joined = c == '\\' && source.column() + 1 == source.text().length();
      if (source.atLineEnd() || joined) {
        if ((part.mark().length() == 1 && !joined) || !mayGoOn()) {
          abandon();
          return;
        }
        text.append(!joined ? "\n" : part.raw() ? "\\\n" : "");
        source.nextLine();
      } else if (source.at(part.mark()) || ((c == '{' || c == '}') && !doubled)) {
        add(text, new Span(line + 1, column, source.line() + 1, source.column()));
        boundary(part, c);
        return;
      } else if (c == '{' || c == '}') {
        text.append(c);
        source.moveTo(source.column() + 2);
      } else {
        plain(part, text);
      }
    }
  }

  private void plain(Part part, StringBuilder text) {
    int at = source.column();
    String line = source.text();
    if (line.charAt(at) != '\\') {
      text.append(line.charAt(at));
      source.moveTo(at + 1);
    } else if (line.charAt(at + 1) == '{' || line.charAt(at + 1) == '}') {
      text.append('\\');
      source.moveTo(at + 1);
    } else if (part.raw()) {
      text.append(line, at, at + 2);
      source.moveTo(at + 2);
    } else {
      Escape escape = Escape.read(line, at, false);
      text.append(escape.value());
      source.moveTo(escape.end());
    }
  }

  private void add(StringBuilder text, Span span) {
    if (text.length() > 0) {
      tokens.add(new Token(Kind.FORMATTED_TEXT, text.toString(), span, -1));
    }
  }

  private void boundary(Part part, char c) {
    if (c == '{') {
      takeSign("{");
      open.push(part.inner(Role.VALUE));
    } else if (c == '}' && part.role() == Role.FORMAT) {
      takeSign("}");
      open.pop();
      open.pop();
    } else if (c == '}') {
      take(Kind.ERROR, "'}' closes no brace", source.column() + 1, -1);
    } else if (part.role() == Role.FORMAT) {
      abandon(); // the string ends inside braces
    } else {
      take(Kind.FORMATTED_END, part.mark(), source.column() + part.mark().length(), -1);
      open.pop();
    }
  }

  /** Reads a sign that means something else in braces than elsewhere; whether it was one. */
  boolean sign() {
    if (!isOpen()) {
      return false;
    }
    Part part = open.element();
    char c = source.charAt(0);
    if (c == '(' || c == '[' || c == '{') {
      open.push(open.pop().deeper(1));
    } else if (part.depth() > 0) {
      boolean closes = c == ')' || c == ']' || c == '}';
      open.push(open.pop().deeper(closes ? -1 : 0));
    } else if (c == '}') {
      takeSign("}");
      open.pop();
      return true;
    } else if (c == ':') {
      takeSign(":");
      open.push(part.inner(Role.FORMAT));
      return true;
    } else if (c == '!' && source.charAt(1) != '=') {
      takeSign("!");
      return true;
    }
    return false;
  }

  private void takeSign(String sign) {
    take(Kind.SIGN, sign, source.column() + 1, -1);
  }

  private void take(Kind kind, String text, int end, int indent) {
    tokens.add(new Token(kind, text, source.spanTo(end), indent));
    source.moveTo(end);
  }
}
