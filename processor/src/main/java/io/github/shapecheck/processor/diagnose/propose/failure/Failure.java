package io.github.shapecheck.processor.diagnose.propose.failure;

import io.github.shapecheck.processor.diagnose.rerun.LayerSpot;
import io.github.shapecheck.processor.diagnose.rerun.Rerun;
import io.github.shapecheck.processor.diagnose.rerun.Tuning;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.List;
import java.util.Optional;

/**
 * A problem that is to be repaired, in the run that met it.
 *
 * @param rerun tries what changed models do
 */
public record Failure(Trace trace, Problem problem, Rerun rerun) {
  /** The step that failed, absent where none had begun. */
  public Optional<Step> step() {
    return trace.step(problem);
  }

  /** The step and the expression that made it. */
  public FailingCall call() {
    return FailingCall.of(trace, problem);
  }

  /** The layers on the way, that of the problem first, then backwards. */
  public List<LayerSpot> layers() {
    return LayerSpot.before(trace, problem);
  }

  /** Finds other numbers with which the problem is gone. */
  public Tuning tuning() {
    return new Tuning(
        trace.model(), rerun, problem, LineNumbers.single(trace.model(), problem.place()));
  }
}
