package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.model.SequentialEditing;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.List;

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
    return fixes.stream()
        .findFirst()
        .filter(fix -> !python || !(fix instanceof Edit.Both))
        .flatMap(fix -> Revision.of(trace.model(), fix))
        .filter(model -> !Interpreter.run(model).hasErrors())
        .isPresent();
  }

  Finding with(List<Edit> others) {
    return new Finding(problem, trace, others);
  }
}
