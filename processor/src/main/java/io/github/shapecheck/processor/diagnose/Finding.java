package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.diagnose.propose.Repairs;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.model.SequentialEditing;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.List;
import java.util.stream.Stream;

/**
 * A problem with what repairs it.
 *
 * @param trace the run that met it
 * @param fixes at most three, each tried, the likeliest first
 */
public record Finding(Problem problem, Trace trace, List<Edit> fixes) {
  /** The fixes as messages show them. */
  public List<Edit> told() {
    return fixes.stream().map(fix -> SequentialEditing.told(trace.model(), fix)).toList();
  }

  /** Whether its first fix puts the model right: in Python a single change. */
  boolean isRepaired() {
    boolean python = trace.model().python().isPresent();
    return isRight() && !(python && fixes.get(0) instanceof Edit.Both);
  }

  /** Whether its first fix puts the model right. */
  private boolean isRight() {
    return fixes.stream()
        .findFirst()
        .flatMap(fix -> Revision.of(trace.model(), fix))
        .filter(model -> !Interpreter.run(model).hasErrors())
        .isPresent();
  }

  /** With edits that put the model right, behind those of its own that do. */
  Finding and(List<Edit> right) {
    Stream<Edit> own = isRight() ? fixes.stream().limit(1) : Stream.empty();
    return with(Stream.concat(own, right.stream()).distinct().limit(Repairs.MOST).toList());
  }

  Finding with(List<Edit> others) {
    return new Finding(problem, trace, others);
  }
}
