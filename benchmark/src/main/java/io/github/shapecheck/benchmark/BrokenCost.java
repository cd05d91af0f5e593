package io.github.shapecheck.benchmark;

import io.github.shapecheck.processor.diagnose.Diagnosis;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the milliseconds of processor time that networks with mistakes take beside the same
 * networks without: the run, what is wrong, its fixes, and the sizes that a right one admits.
 */
public final class BrokenCost {
  private static final int REPEATS = 30;
  private static final int[] STEPS = {100, 300, 1_000};
  private static final int[] ERRORS = {0, 1, 10, 50};

  private BrokenCost() {}

  /** Prints a line for each network. */
  public static void main(String[] arguments) {
    for (int steps : STEPS) {
      for (int errors : ERRORS) {
        measure(steps, Math.min(errors, steps / 4));
      }
    }
  }

  private static void measure(int steps, int errors) {
    Model model = Networks.broken(steps, errors);
    List<Double> costs = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      double spent = Compilation.time(() -> check(model, errors));
      if (i >= REPEATS / 2) {
        costs.add(spent);
      }
    }
    Quartiles.of(costs).print(steps + " steps, " + errors + " mistakes, ms");
  }

  private static void check(Model model, int errors) {
    Trace trace = Diagnosis.of(Interpreter.run(model)).trace();
    if (trace.errors() != errors) {
      throw new IllegalStateException(trace.errors() + " errors for " + errors + " mistakes");
    }
    AcceptedSizes.of(trace);
  }
}
