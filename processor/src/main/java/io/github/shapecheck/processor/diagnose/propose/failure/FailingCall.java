package io.github.shapecheck.processor.diagnose.propose.failure;

import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Subexpressions;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The step at which a problem was found and the expression that made it.
 *
 * @param step absent where no step had begun
 * @param line the text that holds it, absent where that cannot be edited
 * @param expression absent where no line of that text holds it
 */
public record FailingCall(
    Optional<Step> step, Optional<LineEditing> line, Optional<Expression> expression) {
  public static FailingCall of(Trace trace, Problem problem) {
    boolean begun = problem.step() >= 0 && problem.step() < trace.steps().size();
    Optional<Step> step = begun ? Optional.of(trace.steps().get(problem.step())) : Optional.empty();
    Place place = step.map(Step::place).filter(Place::inForward).orElse(problem.place());
    return of(trace, step, place);
  }

  /** A step that did not fail itself. */
  public static FailingCall of(Trace trace, Step step) {
    return of(trace, Optional.of(step), step.place());
  }

  private static FailingCall of(Trace trace, Optional<Step> step, Place place) {
    Optional<LineEditing> line = LineEditing.at(trace.model(), place);
    return new FailingCall(step, line, line.flatMap(text -> find(text, place)));
  }

  private static Optional<Expression> find(LineEditing line, Place place) {
    return line.statements().stream()
        .filter(
            statement ->
                statement.span().line() <= place.line()
                    && statement.span().lastLine() >= place.line())
        .flatMap(statement -> statement.expression().stream())
        .flatMap(value -> Subexpressions.of(value).stream())
        .filter(expression -> isAt(expression.span(), place))
        .findFirst();
  }

  private static boolean isAt(Span span, Place place) {
    return span.line() == place.line()
        && span.start() == place.start()
        && span.line() == span.lastLine()
        && span.end() == place.end();
  }

  /** The nearest steps on the way to this one that are of a kind, nearest first. */
  public Set<Step> before(Trace trace, int most, Predicate<Step> kind) {
    Set<Step> found = new LinkedHashSet<>();
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    step.ifPresent(last -> last.arguments().forEach(argument -> open.add(argument.source())));
    while (!open.isEmpty() && found.size() < most) {
      int source = open.poll();
      if (source < 0 || seen.get(source)) {
        continue;
      }
      seen.set(source);
      Step next = trace.steps().get(source);
      if (kind.test(next)) {
        found.add(next);
      }
      next.arguments().forEach(argument -> open.add(argument.source()));
    }
    return found;
  }

  /** The text of an expression within its line. */
  public String text(Expression expression) {
    return line.orElseThrow().text(expression);
  }

  /** The text of an expression as a method or a subscript may follow it. */
  public String operand(Expression expression) {
    return line.orElseThrow().operand(expression);
  }

  /**
   * The line with another text in the place of a part of it; empty where the part runs over several
   * lines.
   */
  public Optional<Edit> replaced(Expression part, String text) {
    return line.filter(editing -> editing.isOneLine(part.span()))
        .map(editing -> editing.replaced(part.span(), text));
  }

  /** The line with one more argument of a call; empty where that runs over several lines. */
  public Optional<Edit> withLast(Expression.Call function, String argument) {
    String text = text(function);
    return replaced(function, text.substring(0, text.length() - 1) + ", " + argument + ")");
  }

  /**
   * The text of a call with another first argument; empty where it has none or runs over several
   * lines.
   */
  public Optional<String> withFirst(Expression.Call function, String argument) {
    if (function.positional().isEmpty() || function.span().lastLine() != function.span().line()) {
      return Optional.empty();
    }
    Span first = function.positional().get(0).span();
    String text = line.orElseThrow().program().line(first.line());
    return Optional.of(
        text.substring(function.span().start(), first.start())
            + argument
            + text.substring(first.end(), function.span().end()));
  }
}
