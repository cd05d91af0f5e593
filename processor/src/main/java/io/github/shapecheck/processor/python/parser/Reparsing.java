package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Parses a program of which one line has changed: that line's statements only, if that will do. */
public final class Reparsing {
  private Reparsing() {}

  /**
   * The program with another text for a line.
   *
   * @param line counted from 1
   * @param names as for {@link Forward#parse}
   */
  public static Program of(Program program, int line, String text, Set<String> names) {
    List<String> lines = new ArrayList<>(program.lines());
    lines.set(line - 1, text);
    List<Statement> statements = program.statements();
    int first = 0;
    while (first < statements.size() && statements.get(first).span().lastLine() < line) {
      first++;
    }
    int last = first;
    while (last < statements.size() && statements.get(last).span().line() <= line) {
      last++;
    }
    boolean whole =
        first == last
            || !program.syntaxErrors().isEmpty()
            || !isPlain(text)
            || !isPlain(program.line(line))
            || !indentation(text).equals(indentation(program.line(line)))
            || !beginsLine(program, statements.get(first).span())
            || sharesLine(statements, first)
            || sharesLine(statements, last);
    Program part = whole ? program : part(statements.subList(first, last), lines, names);
    boolean other =
        !part.syntaxErrors().isEmpty() || !part.parameters().isEmpty() || !part.methods().isEmpty();
    if (whole || other) {
      return Forward.parse(lines, names);
    }
    List<Statement> changed = new ArrayList<>(statements.subList(0, first));
    changed.addAll(part.statements());
    changed.addAll(statements.subList(last, statements.size()));
    return new Program(changed, List.of(), program.parameters(), program.methods(), lines);
  }

  /** Whether a line is read alike whatever stands around it; {@code //} depends on that. */
  private static boolean isPlain(String text) {
    String stripped = text.strip();
    return !text.contains("//")
        && !text.contains("\"\"\"")
        && !text.contains("'''")
        && !stripped.endsWith("\\")
        && !stripped.endsWith(":")
        && !stripped.startsWith("@")
        && !stripped.startsWith("def ")
        && !stripped.startsWith("async ");
  }

  private static String indentation(String text) {
    return text.substring(0, text.length() - text.stripLeading().length());
  }

  private static boolean beginsLine(Program program, Span span) {
    return program.line(span.line()).substring(0, span.start()).isBlank();
  }

  /** Whether a line holds the end of one statement and the next one. */
  private static boolean sharesLine(List<Statement> statements, int next) {
    return next > 0
        && next < statements.size()
        && statements.get(next - 1).span().lastLine() == statements.get(next).span().line();
  }

  /** The lines of some statements, at their place in a text that holds nothing else. */
  private static Program part(List<Statement> statements, List<String> lines, Set<String> names) {
    Span begin = statements.get(0).span();
    int end = statements.get(statements.size() - 1).span().lastLine();
    List<String> text = new ArrayList<>(Collections.nCopies(begin.line() - 1, ""));
    text.addAll(lines.subList(begin.line() - 1, end));
    return Forward.parse(text, names);
  }
}
