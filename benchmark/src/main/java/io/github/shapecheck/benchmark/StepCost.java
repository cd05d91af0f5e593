package io.github.shapecheck.benchmark;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the microseconds of processor time that a step takes, which others at work change little.
 */
public final class StepCost {
  private static final int BATCHES = 300;
  private static final int STEPS_A_BATCH = 20_000;

  private static Trace last = Interpreter.run(Networks.chain(2));

  private StepCost() {}

  /** Prints a line for each network. */
  public static void main(String[] arguments) {
    measure("ResNet-50, 3 x 224 x 224", Networks.resnet50("[3, 224, 224]"));
    measure("ResNet-50, 3 x H x W", Networks.resnet50("[3, H, W]"));
    measure("1,000 steps in 100 rounds of a loop", Networks.loop());
    measure("1,000 steps, the loop unrolled", Networks.unrolled());
    for (int steps = 10; steps <= 10_000; steps *= 10) {
      measure("a chain of " + steps + " steps", Networks.chain(steps));
    }
  }

  private static void measure(String what, Model model) {
    int steps = Interpreter.run(model).steps().size();
    int runs = Math.max(1, STEPS_A_BATCH / steps);
    List<Double> costs = new ArrayList<>();
    for (int i = 0; i < BATCHES; i++) {
      double spent = Compilation.time(() -> run(model, runs));
      if (i >= BATCHES / 2) {
        costs.add(1000 * spent / runs / steps);
      }
    }
    Quartiles.of(costs).print(what + ", us a step");
  }

  private static void run(Model model, int times) {
    for (int i = 0; i < times; i++) {
      last = Interpreter.run(model);
    }
    if (last.steps().isEmpty()) {
      throw new IllegalStateException("nothing was run");
    }
  }
}
