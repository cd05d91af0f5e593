package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.python.Substatements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of the model's own forward pass or of a Python file, of which an edit replaces a stretch
 * of one line.
 *
 * @param body the statements of the function in which the line stands
 * @param file empty for the forward pass of an annotated class
 */
public record LineEditing(Program program, List<Statement> body, Optional<PythonFile> file) {
  /** Lines that nobody would read again as a fix are longer. */
  private static final int LONGEST = 1_000;

  private static final Set<BinaryOperator> ADDING =
      EnumSet.of(BinaryOperator.ADD, BinaryOperator.SUBTRACT);

  private LineEditing(Program program) {
    this(program, program.statements(), Optional.empty());
  }

  /**
   * The text in which a place lies; empty where that is neither the model's own forward pass nor a
   * function in a Python file.
   */
  public static Optional<LineEditing> at(Model model, Place place) {
    if (place.origin() instanceof PythonFile file) {
      return body(file.program().statements(), place.line())
          .map(body -> new LineEditing(file.program(), body, Optional.of(file)));
    }
    return model
        .root()
        .forward()
        .filter(forward -> place.inForward() && forward.origin().equals(place.origin()))
        .map(ForwardDeclaration::program)
        .filter(program -> place.line() <= program.lines().size())
        .filter(program -> program.line(place.line()).length() <= LONGEST)
        .map(LineEditing::new);
  }

  /** The body of the innermost function that holds a line. */
  private static Optional<List<Statement>> body(List<Statement> statements, int line) {
    Optional<List<Statement>> found = Optional.empty();
    for (Statement statement : statements) {
      if (statement.span().line() <= line && statement.span().lastLine() >= line) {
        if (statement instanceof Statement.ClassDef type) {
          found = body(type.body(), line);
        } else if (statement instanceof Statement.FunctionDef function) {
          found = body(function.body(), line).or(() -> Optional.of(function.body()));
        }
      }
    }
    return found;
  }

  /** The text of the model's own forward pass, if it has one. */
  public static Optional<LineEditing> own(Model model) {
    return model.root().forward().map(ForwardDeclaration::program).map(LineEditing::new);
  }

  /** The statements in order, those of blocks behind what they stand in. */
  public List<Statement> statements() {
    return Substatements.of(body);
  }

  /** All parts of the expressions that statements in a line compute. */
  public List<Expression> expressions(int line) {
    List<Expression> parts = new ArrayList<>();
    for (Statement statement : statements()) {
      if (statement.span().line() <= line && statement.span().lastLine() >= line) {
        statement.expression().ifPresent(value -> parts.addAll(Subexpressions.of(value)));
      }
    }
    parts.removeIf(part -> part.span().line() != line);
    return parts;
  }

  /** Whether a stretch lies within a place. */
  public boolean isWithin(Span span, Place place) {
    return span.line() == place.line()
        && span.start() >= place.start()
        && (span.lastLine() > span.line() || span.end() <= place.end());
  }

  /** The expressions of a kind that a place lies in, the innermost first. */
  public <E extends Expression> List<E> around(Place place, Class<E> kind) {
    List<E> found = new ArrayList<>();
    for (Statement statement : statements()) {
      if (statement.span().line() <= place.line() && statement.span().lastLine() >= place.line()) {
        statement
            .expression()
            .ifPresent(
                value ->
                    Subexpressions.of(value).stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .filter(expression -> holds(expression.span(), place))
                        .forEach(found::add));
      }
    }
    Collections.reverse(found); // an expression stands in front of its parts
    return found;
  }

  private static boolean holds(Span span, Place place) {
    return span.line() == place.line()
        && span.start() <= place.start()
        && (span.lastLine() > place.line() || span.end() >= place.end());
  }

  /** The names that statements above a line assign, in order. */
  public List<String> variablesBefore(int line) {
    List<String> names = new ArrayList<>();
    for (Statement statement : statements()) {
      if (statement instanceof Statement.Assign assign && statement.span().lastLine() < line) {
        for (Expression target : assign.targets()) {
          Subexpressions.of(target).stream()
              .filter(Expression.Name.class::isInstance)
              .forEach(name -> names.add(((Expression.Name) name).id()));
        }
      }
    }
    return names;
  }

  /**
   * The arguments of a call as they are written, with brackets of their own: the positional ones,
   * then the others.
   */
  public List<String> arguments(Expression.Call call) {
    List<Span> spans = new ArrayList<>();
    call.positional().forEach(argument -> spans.add(argument.span()));
    call.keywords().forEach(argument -> spans.add(argument.span()));
    String line = program.line(call.span().line());
    List<String> texts = new ArrayList<>();
    int start = call.callee().span().end() + 1;
    for (int i = 0; i < spans.size(); i++) {
      int end =
          i + 1 < spans.size() ? line.indexOf(',', spans.get(i).end()) : call.span().end() - 1;
      texts.add(line.substring(start, end).strip().replaceFirst(",$", ""));
      start = end + 1;
    }
    return texts;
  }

  /** Whether a stretch does not run over several lines. */
  public boolean isOneLine(Span span) {
    return span.line() == span.lastLine();
  }

  /** The text of an expression, without brackets around it. */
  public String text(Expression expression) {
    return text(expression.span());
  }

  public String text(Span span) {
    return program.text(span);
  }

  /** The text of an expression to stand in front of a dot, or beside an operator. */
  public String operand(Expression expression) {
    boolean compound =
        expression instanceof Expression.Binary
            || expression instanceof Expression.Unary
            || expression instanceof Expression.Comparison;
    return compound ? "(" + text(expression) + ")" : text(expression);
  }

  /** The line with a method call behind an expression. */
  public Edit called(Expression expression, String method) {
    return replaced(expression.span(), operand(expression) + "." + method);
  }

  /**
   * The line with another number for one; in a sum what is negative is taken away, and 0 left out.
   */
  public Edit number(Expression number, String value) {
    boolean plain = !value.equals("0") && !value.startsWith("-");
    Optional<Expression.Binary> sum = plain ? Optional.empty() : sum(number);
    if (sum.isEmpty()) {
      return replaced(number.span(), value);
    }
    Span span = sum.get().span();
    String operator = sum.get().operator().symbol();
    String before = program.line(span.line()).substring(span.start(), number.span().start());
    int at = before.lastIndexOf(operator);
    String left = before.substring(0, at);
    String other = operator.equals("+") ? "-" : "+";
    return replaced(
        span,
        value.equals("0")
            ? left.strip()
            : left + other + before.substring(at + 1) + value.substring(1));
  }

  /** The sum of which a number is the right side. */
  private Optional<Expression.Binary> sum(Expression number) {
    return expressions(number.span().line()).stream()
        .filter(Expression.Binary.class::isInstance)
        .map(Expression.Binary.class::cast)
        .filter(sum -> sum.right().equals(number) && ADDING.contains(sum.operator()))
        .filter(sum -> sum.span().end() == number.span().end() && isOneLine(sum.span()))
        .findFirst();
  }

  /** The line with another text for a stretch of it. */
  public Edit replaced(Span span, String text) {
    String line = program.line(span.line());
    int end = isOneLine(span) ? span.end() : line.length();
    String changed = line.substring(0, span.start()) + text + line.substring(end);
    return replaced(span.line(), changed);
  }

  public Edit replaced(int line, String text) {
    return file.<Edit>map(python -> new Edit.ReplaceSource(python.name(), line, text.strip()))
        .orElseGet(() -> new Edit.ReplaceLine(line, text.strip()));
  }
}
