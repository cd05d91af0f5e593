package io.github.shapecheck.processor.tell;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Leaf;
import io.github.shapecheck.processor.run.Step;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The way the tensor took to a problem: the sizes at every step that changed them, with the
 * arithmetic.
 */
final class Way {
  private static final int LONGEST = 9;
  private static final int KEPT_IN_FRONT = 3;

  /** One line: a name, a shape, how it came about. */
  record Line(String name, String shape, String arithmetic) {}

  private final Trace trace;

  Way(Trace trace) {
    this.trace = trace;
  }

  /** The lines up to the step of the problem, long ways shortened in the middle. */
  List<Line> to(Problem problem) {
    int last = problem.step();
    if (last < 0 || trace.leaves().isEmpty()) {
      return List.of();
    }
    List<Tensor> arguments =
        last < trace.steps().size() ? trace.steps().get(last).arguments() : List.of();
    BitSet leaves = new BitSet();
    BitSet steps = new BitSet();
    arguments.forEach(argument -> visit(argument.source(), leaves, steps));
    List<Line> lines = new ArrayList<>();
    for (int i = leaves.nextSetBit(0); i >= 0; i = leaves.nextSetBit(i + 1)) {
      Leaf leaf = trace.leaves().get(i);
      lines.add(new Line(leaf.name(), leaf.shape().toString(), ""));
    }
    for (int i = steps.nextSetBit(0); i >= 0; i = steps.nextSetBit(i + 1)) {
      if (changes(trace.steps().get(i)) || isArgument(arguments, i)) {
        lines.add(line(trace.steps().get(i)));
      }
    }
    return shortened(lines);
  }

  private void visit(int source, BitSet leaves, BitSet steps) {
    List<Integer> open = new ArrayList<>(List.of(source));
    while (!open.isEmpty()) {
      int next = open.remove(open.size() - 1);
      if (next < 0) {
        if (next != Tensor.NOWHERE) {
          leaves.set(-1 - next);
        }
      } else if (!steps.get(next)) {
        steps.set(next);
        trace.steps().get(next).arguments().forEach(argument -> open.add(argument.source()));
      }
    }
  }

  private static boolean changes(Step step) {
    return step.arguments().isEmpty()
        || step.outputs().isEmpty()
        || !step.outputs().get(0).shape().equals(step.arguments().get(0).shape());
  }

  /**
   * An argument that only passed through is named by the step that shaped it, unless the problem
   * reads several.
   */
  private static boolean isArgument(List<Tensor> arguments, int step) {
    return arguments.size() > 1
        && arguments.stream().anyMatch(argument -> argument.source() == step);
  }

  private static Line line(Step step) {
    List<Tensor> outputs = step.outputs();
    String shape = outputs.isEmpty() ? "?" : outputs.get(0).shape().toString();
    if (step.arithmetic() == null) {
      return new Line(step.label(), shape, "");
    }
    return new Line(step.label(), shape, String.join("; ", distinct(step.arithmetic().lines())));
  }

  private static List<String> distinct(List<String> lines) {
    return lines.stream().distinct().toList();
  }

  private static List<Line> shortened(List<Line> lines) {
    if (lines.size() <= LONGEST) {
      return lines;
    }
    int left = lines.size() - LONGEST + 1;
    List<Line> some = new ArrayList<>(lines.subList(0, KEPT_IN_FRONT));
    some.add(new Line("...", left + " more", ""));
    some.addAll(lines.subList(KEPT_IN_FRONT + left, lines.size()));
    return some;
  }
}
