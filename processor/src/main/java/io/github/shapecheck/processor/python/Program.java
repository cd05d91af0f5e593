package io.github.shapecheck.processor.python;

import java.util.List;

/**
 * A parsed forward pass or Python module.
 *
 * @param statements in order, of a forward pass its body's; those with a syntax error are {@link
 *     Statement.Broken}
 * @param syntaxErrors in order
 * @param parameters those of the forward pass's own {@code def} line, {@code self} not included
 * @param methods the {@code def}s that stand beside the forward pass, {@code self} among their
 *     parameters; a module's are among its statements
 * @param lines the text, line by line over all strings of {@code @Forward}
 */
public record Program(
    List<Statement> statements,
    List<SyntaxError> syntaxErrors,
    List<Parameter> parameters,
    List<Statement.FunctionDef> methods,
    List<String> lines) {

  public Program {
    statements = List.copyOf(statements);
    syntaxErrors = List.copyOf(syntaxErrors);
    parameters = List.copyOf(parameters);
    methods = List.copyOf(methods);
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
