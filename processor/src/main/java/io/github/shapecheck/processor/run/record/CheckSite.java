package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.module.LayerInstance;

/** The check of a layer's numbers, which is made once and not for each application. */
public final class CheckSite extends LayerSite {
  public CheckSite(Scope scope, LayerInstance layer) {
    super(scope, layer.place(null), layer);
  }

  @Override
  public void report(Problem problem) {
    if (problem.id().isError()) {
      recorder.consequences.broken(layer, problem.id());
    }
    recorder.blame.reportCheck(problem, layer.declaration(), scope.module().uses());
  }
}
