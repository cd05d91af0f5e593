package io.github.shapecheck.processor.diagnose.propose.line;

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
import java.util.Set;
import java.util.stream.Stream;

/** Proposes fewer indices for a subscript that has too many, and longer slices for empty ones. */
public final class SubscriptEdits {
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
