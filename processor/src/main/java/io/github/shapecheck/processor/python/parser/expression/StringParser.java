package io.github.shapecheck.processor.python.parser.expression;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Expression.BytesLiteral;
import io.github.shapecheck.processor.python.Expression.FormattedString;
import io.github.shapecheck.processor.python.Expression.FormattedValue;
import io.github.shapecheck.processor.python.Expression.FormattedValue.Conversion;
import io.github.shapecheck.processor.python.Expression.StringLiteral;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.token.Complaint;
import io.github.shapecheck.processor.python.parser.token.Token;
import io.github.shapecheck.processor.python.parser.token.Token.Kind;
import io.github.shapecheck.processor.python.parser.token.Tokens;
import io.github.shapecheck.processor.python.parser.token.Unparsable;
import java.util.ArrayList;
import java.util.List;

/** Parses adjacent strings, which are one; values stand in the braces of f-strings. */
final class StringParser {

  private final Tokens tokens;
  private final Expressions expressions;
  private final List<String> lines;

  StringParser(Tokens tokens, Expressions expressions, Context context) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.lines = context.lines();
  }

  /** The string that begins here, together with those right behind it. */
  Expression joined() throws Unparsable {
    Token first = tokens.peek();
    boolean bytes = first.kind() == Kind.BYTES;
    boolean formatted = false;
    Parts parts = new Parts();
    while (true) {
      Token next = tokens.peek();
      boolean string = next.kind() == Kind.STRING || next.kind() == Kind.FORMATTED;
      if (bytes ? string : next.kind() == Kind.BYTES) {
        throw new Unparsable("bytes and text cannot be joined", "", next.span());
      } else if (next.kind() == Kind.FORMATTED) {
        formatted = true;
        formatted(parts);
      } else if (string || next.kind() == Kind.BYTES) {
        parts.add(tokens.next());
      } else {
        break;
      }
    }
    Span span = tokens.since(first);
    return formatted
        ? new FormattedString(parts.done(), span)
        : bytes ? new BytesLiteral(parts.text(), span) : new StringLiteral(parts.text(), span);
  }

  private void formatted(Parts parts) throws Unparsable {
    tokens.next();
    while (tokens.upcoming().kind() != Kind.FORMATTED_END) {
      part(parts);
    }
    tokens.moveTo(tokens.position() + 1);
  }

  private void part(Parts parts) throws Unparsable {
    Token next = tokens.upcoming();
    if (next.kind() == Kind.FORMATTED_TEXT) {
      parts.add(next);
      tokens.moveTo(tokens.position() + 1);
    } else if (next.isSign("{")) {
      value(parts);
    } else {
      throw Complaint.noValue(next);
    }
  }

  private void value(Parts parts) throws Unparsable {
    Token opening = tokens.upcoming();
    int height = expressions.height();
    tokens.open();
    Expression value = expressions.list();
    height = Math.max(height, expressions.height());
    Conversion conversion = Conversion.NONE;
    boolean shown = tokens.take("=");
    if (shown) {
      parts.add(source(opening.span(), tokens.peek().span()), opening.span());
    }
    if (tokens.take("!")) {
      conversion = conversion(tokens.next());
    } else if (shown && !tokens.peek().isSign(":")) {
      conversion = Conversion.REPR;
    }
    expressions.enter();
    FormattedString format = tokens.peek().isSign(":") ? format() : null;
    expressions.leave();
    tokens.close();
    expressions.grow(Math.max(height, expressions.height()), opening.span());
    parts.add(new FormattedValue(value, conversion, format, tokens.since(opening)));
  }

  private FormattedString format() throws Unparsable {
    Token colon = tokens.next();
    Parts parts = new Parts();
    while (!tokens.upcoming().isSign("}")) {
      part(parts);
    }
    return new FormattedString(parts.done(), tokens.since(colon));
  }

  private static Conversion conversion(Token letter) throws Unparsable {
    return switch (letter.text()) {
      case "s" -> Conversion.STR;
      case "r" -> Conversion.REPR;
      case "a" -> Conversion.ASCII;
      default -> throw new Unparsable("a conversion is !s, !r or !a", "", letter.span());
    };
  }

  /** What is written between a brace and what stands behind the value. */
  private String source(Span brace, Span behind) {
    if (brace.line() == behind.line()) {
      return lines.get(brace.line() - 1).substring(brace.end(), behind.start());
    }
    StringBuilder text = new StringBuilder(lines.get(brace.line() - 1).substring(brace.end()));
    for (int line = brace.line() + 1; line < behind.line(); line++) {
      text.append('\n').append(lines.get(line - 1));
    }
    return text.append('\n').append(lines.get(behind.line() - 1), 0, behind.start()).toString();
  }

  /** The parts so far, texts beside each other joined. */
  private static final class Parts {
    private final List<Expression> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Span begin = Span.of(1, 0, 0);
    private Span end = begin;

    void add(Token string) {
      add(string.text(), string.span());
    }

    void add(String added, Span span) {
      begin = text.length() == 0 ? span : begin;
      end = span;
      text.append(added);
    }

    void add(Expression value) {
      flush();
      parts.add(value);
    }

    String text() {
      return text.toString();
    }

    List<Expression> done() {
      flush();
      return List.copyOf(parts);
    }

    private void flush() {
      if (text.length() > 0) {
        parts.add(new StringLiteral(text.toString(), begin.to(end)));
        text.setLength(0);
      }
    }
  }
}
