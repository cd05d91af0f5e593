package io.github.shapecheck.processor.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed forward pass.
 *
 * @param statements in order; those with a syntax error are {@link Statement.Broken}
 * @param syntaxErrors in order
 * @param parameters those of a leading {@code def} line, {@code self} not included
 * @param lines the text, line by line over all strings of {@code @Forward}
 */
public record Program(
    List<Statement> statements,
    List<SyntaxError> syntaxErrors,
    List<Parameter> parameters,
    List<String> lines) {

  /** A parameter of a {@code def} line with its default. */
  public record Parameter(String name, @Nullable Expression fallback) {}

  public Program {
    statements = List.copyOf(statements);
    syntaxErrors = List.copyOf(syntaxErrors);
    parameters = List.copyOf(parameters);
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
