package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Counts the steps that empty a tensor, join samples or sum over them: what runs so is no repair.
 */
final class DegenerateSteps {
  private DegenerateSteps() {}

  /** Those in a run, but for what may be done to samples on purpose behind an error. */
  static long in(Trace trace, HiddenSteps dark) {
    long emptied = trace.steps().stream().filter(DegenerateSteps::empties).count();
    long joined =
        trace.steps().stream()
            .filter(step -> !empties(step) && (joins(step) || sums(step)) && !dark.hides(step))
            .map(HiddenSteps.Spot::new)
            .distinct() // of a line that sums several losses an error may have hidden some
            .count();
    return emptied + joined;
  }

  /** Those that empty a tensor where nothing was known before: that may be another mistake. */
  static long hidden(Trace trace, HiddenSteps dark) {
    return trace.steps().stream().filter(step -> empties(step) && dark.hides(step)).count();
  }

  /**
   * Those that a problem does not come from: what became empty on the way to it is a part of it,
   * not what was made so.
   */
  static long besides(Problem problem, Trace trace, HiddenSteps dark) {
    Deque<Integer> open = new ArrayDeque<>();
    BitSet seen = new BitSet();
    open.add(problem.step());
    long ofProblem = 0;
    while (!open.isEmpty()) {
      int number = open.poll();
      if (number >= 0 && number < trace.steps().size() && !seen.get(number)) {
        seen.set(number);
        Step step = trace.steps().get(number);
        ofProblem += empties(step) && !step.arguments().isEmpty() ? 1 : 0;
        step.arguments().forEach(argument -> open.add(argument.source()));
      }
    }
    return in(trace, dark) - ofProblem;
  }

  private static boolean empties(Step step) {
    return step.outputs().stream().anyMatch(output -> output.shape().dims().contains(Dim.of(0)));
  }

  private static boolean joins(Step step) {
    return step.kind() == Kind.JOIN
            && step.outputs().stream().anyMatch(DegenerateSteps::hasMoreSamples)
        || step.kind() == Kind.RESHAPE && step.outputs().stream().anyMatch(DegenerateSteps::cuts);
  }

  /** Whether a few rows hold all samples, as after {@code view(8, -1)}. */
  private static boolean cuts(Tensor output) {
    return output.rank() > 1
        && output.dim(0).isConstant()
        && !output.dim(0).equals(Dim.of(1)) // one row, as for a convolution of groups
        && hasSamples(output)
        && !output.shape().dims().contains(InputDeclaration.BATCH);
  }

  /** Whether its result is one for all samples. */
  private static boolean sums(Step step) {
    return (step.kind() == Kind.REDUCTION || step.kind() == Kind.EXTREME)
        && step.arguments().stream().anyMatch(DegenerateSteps::hasSamples)
        && step.outputs().stream().noneMatch(DegenerateSteps::hasSamples);
  }

  private static boolean hasSamples(Tensor tensor) {
    return tensor.shape().dims().stream()
        .anyMatch(size -> size.symbols().contains(InputDeclaration.BATCH.toString()));
  }

  private static boolean hasMoreSamples(Tensor output) {
    return output.rank() > 0
        && output.dim(0).symbols().contains(InputDeclaration.BATCH.toString())
        && !output.dim(0).equals(InputDeclaration.BATCH);
  }
}
