package io.github.shapecheck.processor.forward;

import java.util.List;

/**
 * A parsed forward pass.
 *
 * @param statements in order; those with a syntax error are {@link Statement.Broken}
 * @param syntaxErrors in order
 * @param lines the text, line by line over all strings of {@code @Forward}
 */
public record Program(
    List<Statement> statements, List<SyntaxError> syntaxErrors, List<String> lines) {

  public Program {
    statements = List.copyOf(statements);
    syntaxErrors = List.copyOf(syntaxErrors);
    lines = List.copyOf(lines);
  }

  /** The text of a line, counted from 1. */
  public String line(int number) {
    return lines.get(number - 1);
  }

  /** The text of a span; of one that runs over several lines the part in its first line. */
  public String text(Span span) {
    String text = line(span.line());
    return text.substring(
        span.start(), span.lastLine() == span.line() ? span.end() : text.length());
  }
}
