package io.github.shapecheck.processor.diagnose;

import io.github.shapecheck.processor.model.SequentialEditing;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
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

  Finding with(List<Edit> others) {
    return new Finding(problem, trace, others);
  }
}
