package io.github.shapecheck.processor.zoo;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;

/** What a run lost without a word: the steps and outputs of no known shape. */
public final class KnownShapes {
  private KnownShapes() {}

  /** The steps of unknown shape of a model about which nothing but lints is said. */
  public static List<String> lost(Trace trace) {
    List<String> lost = new ArrayList<>();
    if (trace.problems().stream().anyMatch(p -> p.id().severity() != ProblemId.Severity.LINT)) {
      return lost;
    }
    for (Step step : trace.steps()) {
      if (step.value() instanceof Value.Unknown || !areKnown(step.outputs())) {
        lost.add(step.label() + " in line " + step.place().line() + " gives " + step.value());
      }
    }
    if (!areKnown(trace.outputs())) {
      lost.add("the model gives " + trace.output());
    }
    return lost;
  }

  private static boolean areKnown(List<Tensor> tensors) {
    return tensors.stream()
        .allMatch(
            tensor ->
                tensor.shape().isKnown() && tensor.shape().dims().stream().allMatch(Dim::isKnown));
  }
}
