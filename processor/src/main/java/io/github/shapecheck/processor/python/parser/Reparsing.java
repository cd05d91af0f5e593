package io.github.shapecheck.processor.python.parser;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a program of which one line has changed: that line's statements only, if that will do. */
public final class Reparsing {
  /** What makes a block of the indented lines behind it. */
  private static final String HEADER = "if 1:";

  /** A statement's last semicolon belongs to what it stands in. */
  private static final Pattern ENDS_WITH_SEMICOLON = Pattern.compile(".*;\\s*(#.*)?");

  private final Program program;
  private final int line;
  private final List<String> lines;
  private final Function<List<String>, Program> parser;

  private Reparsing(
      Program program, int line, String text, Function<List<String>, Program> parser) {
    this.program = program;
    this.line = line;
    this.lines = new ArrayList<>(program.lines());
    this.parser = parser;
    lines.set(line - 1, text);
  }

  /**
   * The forward pass with another text for a line.
   *
   * @param line counted from 1
   * @param names as for {@link Forward#parse}
   */
  public static Program of(Program program, int line, String text, Set<String> names) {
    // what // is depends on what stands around it, and a def may be the forward pass
    boolean plain = !text.contains("//") && !isDefinition(text) && !isHeader(text);
    return new Reparsing(program, line, text, lines -> Forward.parse(lines, names)).read(plain);
  }

  /**
   * The Python file with another text for a line.
   *
   * @param line counted from 1
   */
  public static Program of(Program program, int line, String text) {
    return new Reparsing(program, line, text, lines -> ModuleSource.parse(String.join("\n", lines)))
        .read(true);
  }

  private Program read(boolean plain) {
    String before = program.line(line);
    String text = lines.get(line - 1);
    List<Statement> statements =
        plain
                && program.syntaxErrors().isEmpty()
                && isPlain(text)
                && isPlain(before)
                && isHeader(text) == isHeader(before)
                && indentation(text).equals(indentation(before))
            ? changed(program.statements(), false)
            : null;
    return statements == null
        ? parser.apply(lines)
        : new Program(statements, List.of(), program.parameters(), program.methods(), lines);
  }

  /** Whether a line is read alike whatever stands around it. */
  private static boolean isPlain(String text) {
    String stripped = text.strip();
    return !text.contains("\"\"\"")
        && !text.contains("'''")
        && !stripped.endsWith("\\")
        && !ENDS_WITH_SEMICOLON.matcher(text).matches()
        && !stripped.startsWith("@");
  }

  /** Whether a block may follow. */
  private static boolean isHeader(String text) {
    return text.stripTrailing().endsWith(":");
  }

  private static boolean isDefinition(String text) {
    String stripped = text.strip();
    return stripped.startsWith("def ") || stripped.startsWith("async ");
  }

  private static String indentation(String text) {
    return text.substring(0, text.length() - text.stripLeading().length());
  }

  /** The statements of a block, those of the line read anew; null where that will not do. */
  private @Nullable List<Statement> changed(List<Statement> block, boolean inner) {
    int first = 0;
    while (first < block.size() && block.get(first).span().lastLine() < line) {
      first++;
    }
    int last = first;
    while (last < block.size() && block.get(last).span().line() <= line) {
      last++;
    }
    if (first == last
        || !beginsLine(block.get(first).span())
        || sharesLine(block, first)
        || sharesLine(block, last)) {
      return null;
    }
    Statement within = last == first + 1 ? within(block.get(first)) : null;
    List<Statement> part =
        within == null ? part(block.subList(first, last), inner) : List.of(within);
    if (part == null) {
      return null;
    }
    List<Statement> changed = new ArrayList<>(block.subList(0, first));
    changed.addAll(part);
    changed.addAll(block.subList(last, block.size()));
    return changed;
  }

  private boolean beginsLine(Span span) {
    return program.line(span.line()).substring(0, span.start()).isBlank();
  }

  /** Whether a line holds the end of one statement and the next one. */
  private static boolean sharesLine(List<Statement> statements, int next) {
    return next > 0
        && next < statements.size()
        && statements.get(next - 1).span().lastLine() == statements.get(next).span().line();
  }

  /** A definition whose body holds the line; null where that will not do. */
  private @Nullable Statement within(Statement statement) {
    if (statement instanceof Statement.FunctionDef function) {
      List<Statement> body = changed(function.body(), true);
      return body == null ? null : function.withBody(body);
    }
    if (statement instanceof Statement.ClassDef type) {
      List<Statement> body = changed(type.body(), true);
      return body == null ? null : type.withBody(body);
    }
    return null;
  }

  /**
   * The lines of some statements, read at their place in a text that holds nothing else; null where
   * they are no whole.
   */
  private @Nullable List<Statement> part(List<Statement> statements, boolean inner) {
    Span first = statements.get(0).span();
    int begin = first.line();
    int end = statements.get(statements.size() - 1).span().lastLine();
    List<String> text = new ArrayList<>(Collections.nCopies(begin - 1, ""));
    if (inner) {
      text.set(begin - 2, HEADER);
    }
    text.addAll(lines.subList(begin - 1, end));
    Program part = parser.apply(text);
    if (statements.stream().anyMatch(Reparsing::isDecorated)
        || !part.syntaxErrors().isEmpty()
        || !part.parameters().isEmpty()
        || !part.methods().isEmpty()) {
      return null;
    }
    List<Statement> read =
        inner && part.statements().get(0) instanceof Statement.If header
            ? header.branches().get(0).body()
            : part.statements();
    return !read.isEmpty() && begins(read.get(0).span(), first) ? read : null;
  }

  private static boolean begins(Span read, Span before) {
    return read.line() == before.line() && read.start() == before.start();
  }

  /** Whether what belongs to a statement stands before its first line. */
  private static boolean isDecorated(Statement statement) {
    return statement instanceof Statement.FunctionDef function && !function.decorators().isEmpty()
        || statement instanceof Statement.ClassDef type && !type.decorators().isEmpty();
  }
}
