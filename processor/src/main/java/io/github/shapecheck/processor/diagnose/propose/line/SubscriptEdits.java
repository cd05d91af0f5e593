package io.github.shapecheck.processor.diagnose.propose.line;

import io.github.shapecheck.processor.diagnose.propose.failure.FailingCall;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Proposes fewer indices for a subscript that has too many, and longer slices for empty ones. */
public final class SubscriptEdits {
  /** A slice up to the size of a tensor's first axis. */
  private static final Pattern FIRST_SIZE =
      Pattern.compile("(:\\w+\\.(?:size\\(|shape\\[))0([)\\]])");

  private static final int SUBSCRIPTS_BEFORE = 3;

  private SubscriptEdits() {}

  /** Edits to try, likely ones first. */
  public static Stream<Edit> of(Failure failure) {
    Trace trace = failure.trace();
    Problem problem = failure.problem();
    Set<Edit> edits = new LinkedHashSet<>();
    if (problem.id() == ProblemId.INDEX) {
      propose(trace, problem.place(), edits);
    } else if (problem.id() == ProblemId.ZERO_SIZE) {
      failure
          .call()
          .before(trace, SUBSCRIPTS_BEFORE, step -> step.kind() == Kind.SUBSCRIPT)
          .stream()
          .map(Step::place)
          .forEach(place -> propose(trace, place, edits));
    }
    return edits.stream();
  }

  /** As many axes for the index of a gather as what it picks from has. */
  public static Stream<Edit> ofIndex(Failure failure) {
    FailingCall call = failure.call();
    return call.expression().orElse(null) instanceof Expression.Call function
            && !function.positional().isEmpty()
            && function.positional().get(0) instanceof Expression.IntLiteral axis
        ? function.positional().stream()
            .skip(1)
            .limit(1)
            .flatMap(
                index ->
                    call
                        .replaced(index, call.operand(index) + ".unsqueeze(" + axis.value() + ")")
                        .stream())
        : Stream.of();
  }

  /** All of what one place of an axis was picked of, such as the scores of the first class. */
  public static Stream<Edit> dropped(Failure failure) {
    return ofLine(
        failure,
        (line, picked) ->
            isOnePlace(picked)
                ? Optional.of(line.replaced(picked.span(), line.text(picked.target())))
                : Optional.empty());
  }

  private static boolean isOnePlace(Expression.Subscript picked) {
    List<Expression> items = picked.items();
    return items.size() == 2
        && items.get(0) instanceof Expression.Slice slice
        && slice.lower() == null
        && slice.upper() == null
        && items.get(1) instanceof Expression.IntLiteral;
  }

  /** A slice that is as long as an axis of another tensor, over the next axis of both. */
  public static Stream<Edit> ofNextAxis(Failure failure) {
    return ofLine(failure, SubscriptEdits::shifted);
  }

  private static Stream<Edit> ofLine(
      Failure failure, BiFunction<LineEditing, Expression.Subscript, Optional<Edit>> edit) {
    Place place = failure.call().step().map(Step::place).orElse(failure.problem().place());
    return LineEditing.at(failure.trace().model(), place).stream()
        .flatMap(
            line ->
                line.expressions(place.line()).stream()
                    .filter(Expression.Subscript.class::isInstance)
                    .map(Expression.Subscript.class::cast)
                    .filter(subscript -> line.isOneLine(subscript.span()))
                    .flatMap(subscript -> edit.apply(line, subscript).stream()));
  }

  private static Optional<Edit> shifted(LineEditing line, Expression.Subscript subscript) {
    Matcher size =
        subscript.items().get(0) instanceof Expression.Slice slice && slice.upper() != null
            ? FIRST_SIZE.matcher(line.text(slice))
            : FIRST_SIZE.matcher("");
    return size.matches()
        ? Optional.of(replaced(line, subscript, List.of(":", size.group(1) + "1" + size.group(2))))
        : Optional.empty();
  }

  private static void propose(Trace trace, Place place, Set<Edit> edits) {
    LineEditing.at(trace.model(), place)
        .ifPresent(
            line ->
                line.around(place, Expression.Subscript.class).stream()
                    .filter(subscript -> line.isOneLine(subscript.span()))
                    .limit(1)
                    .forEach(subscript -> propose(line, subscript, edits)));
  }

  private static void propose(LineEditing line, Expression.Subscript subscript, Set<Edit> edits) {
    List<Expression> items = subscript.items();
    for (int i = items.size() - 1; i >= 0; i--) {
      List<String> texts = new ArrayList<>(items.stream().map(line::text).toList());
      if (items.get(i) instanceof Expression.Slice slice) {
        if (slice.lower() != null) {
          texts.set(i, line.text(slice.lower()) + ":");
          edits.add(replaced(line, subscript, texts));
        }
        if (slice.upper() != null) {
          texts.set(i, ":" + line.text(slice.upper()));
          edits.add(replaced(line, subscript, texts));
        }
      } else if (items.size() > 1) {
        texts.remove(i);
        edits.add(replaced(line, subscript, texts));
      }
    }
  }

  private static Edit replaced(
      LineEditing line, Expression.Subscript subscript, List<String> items) {
    String text = line.text(subscript.target()) + "[" + String.join(", ", items) + "]";
    return line.replaced(subscript.span(), text);
  }
}
