package io.github.shapecheck.processor.diagnose.lint.unused;

import io.github.shapecheck.processor.diagnose.lint.flow.Findings;
import io.github.shapecheck.processor.diagnose.lint.flow.Flow;
import io.github.shapecheck.processor.diagnose.lint.flow.LayerPath;
import io.github.shapecheck.processor.diagnose.lint.flow.ModelLint;
import io.github.shapecheck.processor.model.LineEditing;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that the forward pass computes and never reads: what a layer with weights made, what is
 * replaced at once, or the result of a call such as {@code x.view(...)} that is thrown away. What
 * functions alone compute, such as a similarity to be looked at, stays silent.
 */
public final class UnusedValue implements ModelLint {
  @Override
  public void check(Flow flow, Findings findings) {
    for (Classes.Use use : Classes.of(flow.trace().model(), ProblemId.UNUSED_VALUE.id())) {
      if (use.module().forward().isPresent()) {
        var forward = use.module().forward().get();
        FirstUse first = new FirstUse(forward.program().statements());
        for (int i = 0; i < forward.program().statements().size(); i++) {
          check(new ForwardStep(flow, use.module(), forward, i), first, findings);
        }
      }
    }
  }

  private static void check(ForwardStep step, FirstUse first, Findings findings) {
    if (step.feedsTheNext() || !step.makesTensors()) {
      return;
    }
    Expression place = null;
    String message = null;
    if (step.statement() instanceof Statement.Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Expression.Name name) {
      place = name;
      message = name.id().startsWith("_") ? null : unread(step, name.id(), first);
    } else if (step.statement() instanceof Statement.ExpressionStatement expression
        && expression.value() instanceof Expression.Call call
        && !step.isInPlace()) {
      place = call;
      message =
          "the result of "
              + step.text()
              + " is thrown away: nothing changes in place, so give it a name, such as x = ...";
    }
    if (place != null && message != null) {
      findings.add(
          ProblemId.UNUSED_VALUE,
          new LayerPath(step.module(), null, null, Set.of()),
          step.place(place.span()),
          message,
          assigned(step, place));
    }
  }

  /** {@code x = x.view(...)} for {@code x.view(...)}. */
  private static List<Edit> assigned(ForwardStep step, Expression result) {
    return result instanceof Expression.Call call
            && call.callee() instanceof Expression.Attribute method
            && method.target() instanceof Expression.Name name
        ? LineEditing.at(step.flow().trace().model(), step.place(result.span())).stream()
            .map(line -> line.replaced(name.span(), name.id() + " = " + name.id()))
            .toList()
        : List.of();
  }

  private static @Nullable String unread(ForwardStep step, String name, FirstUse first) {
    if (first.isRead(step.index())) {
      return null;
    }
    Statement other = first.replacing(step.index()).orElse(null);
    if (other != null) {
      return name
          + " is computed here but replaced in line "
          + other.span().line()
          + " before anything reads it: read "
          + name
          + " there or drop this line";
    }
    return step.hasWeights()
        ? name + " is computed here but never read: use it, return it or drop this line"
        : null;
  }
}
