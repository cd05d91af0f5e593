package io.github.shapecheck.djl;

import io.github.shapecheck.djl.operation.Mutations;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import java.util.HashSet;
import java.util.Set;

/** Holds that every tensor that a step reads is an input, a result or a parameter. */
final class ReadTensors {
  private ReadTensors() {}

  /** Refuses a report with another, whose values nothing would give. */
  static void requireKnown(ShapeReport report, Set<String> parameters) {
    Set<String> known = new HashSet<>(parameters);
    report.inputs().forEach(input -> known.add(input.name()));
    for (Step step : report.steps()) {
      for (Operand.Reference read : Mutations.references(step)) {
        if (!known.contains(read.name())) {
          throw new IllegalArgumentException(
              report.model()
                  + ": "
                  + Selection.name(step)
                  + " ("
                  + step.op()
                  + ") reads "
                  + read.name()
                  + ", whose values are in no state_dict");
        }
      }
      known.add(step.name());
    }
  }
}
