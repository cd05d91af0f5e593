package io.github.shapecheck.processor.tell;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Leaf;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The way the tensor took to a problem: the sizes at every step that changed them, with the
 * arithmetic.
 */
final class ShapeHistory {
  private static final int LONGEST = 9;
  private static final int KEPT_IN_FRONT = 3;

  /** One line: a name, a shape, how it came about. */
  record Line(String name, String shape, String arithmetic) {}

  private final Trace trace;
  private final int[][] sources;
  private final BitSet changes = new BitSet();

  ShapeHistory(Trace trace) {
    this.trace = trace;
    this.sources = new int[trace.steps().size()][];
    for (int i = 0; i < sources.length; i++) {
      Step step = trace.steps().get(i);
      sources[i] = step.arguments().stream().mapToInt(Tensor::source).toArray();
      changes.set(i, changes(step));
    }
  }

  /** The lines up to the step of the problem, long ways shortened in the middle. */
  List<Line> to(Problem problem) {
    int last = problem.step();
    if (last < 0 || trace.leaves().isEmpty()) {
      return List.of();
    }
    int[] arguments = last < sources.length ? sources[last] : new int[0];
    if (problem.id() == ProblemId.OUTPUT) {
      arguments = new int[] {last}; // what was declared is what it made
    }
    BitSet leaves = new BitSet();
    BitSet steps = new BitSet();
    visit(arguments, leaves, steps);
    steps.and(shown(arguments));
    List<Integer> way = new ArrayList<>();
    leaves.stream().forEach(leaf -> way.add(-1 - leaf));
    steps.stream().forEach(way::add);
    return shortened(way);
  }

  private void visit(int[] arguments, BitSet leaves, BitSet steps) {
    int[] open = new int[sources.length + arguments.length + 1];
    int size = 0;
    int[] next = arguments;
    while (true) {
      for (int source : next) {
        if (source >= 0 && !steps.get(source)) {
          steps.set(source);
          open[size++] = source;
        } else if (source < 0 && source != Tensor.NOWHERE) {
          leaves.set(-1 - source);
        }
      }
      if (size == 0) {
        return;
      }
      next = sources[open[--size]];
    }
  }

  /**
   * An argument that only passed through is named by the step that shaped it, unless the problem
   * reads several.
   */
  private BitSet shown(int[] arguments) {
    BitSet shown = (BitSet) changes.clone();
    if (arguments.length > 1) {
      Arrays.stream(arguments).filter(source -> source >= 0).forEach(shown::set);
    }
    return shown;
  }

  private static boolean changes(Step step) {
    return step.arguments().isEmpty()
        || step.outputs().isEmpty()
        || !step.outputs().get(0).shape().equals(step.arguments().get(0).shape());
  }

  private Line line(int source) {
    if (source < 0) {
      Leaf leaf = trace.leaves().get(-1 - source);
      return new Line(leaf.name(), leaf.shape().toString(), "");
    }
    return line(trace.steps().get(source));
  }

  private static Line line(Step step) {
    List<Tensor> outputs = step.outputs();
    String shape = outputs.isEmpty() ? "?" : outputs.get(0).shape().toString();
    List<String> lines = step.arithmetic() == null ? List.of() : step.arithmetic().lines();
    Set<String> known = new LinkedHashSet<>(lines);
    known.removeIf(line -> line.contains("?"));
    return new Line(step.label(), shape, String.join("; ", known));
  }

  private List<Line> shortened(List<Integer> way) {
    if (way.size() <= LONGEST) {
      return way.stream().map(this::line).toList();
    }
    int left = way.size() - LONGEST + 1;
    List<Line> some = new ArrayList<>();
    way.subList(0, KEPT_IN_FRONT).forEach(source -> some.add(line(source)));
    some.add(new Line("...", left + " more", ""));
    way.subList(KEPT_IN_FRONT + left, way.size()).forEach(source -> some.add(line(source)));
    return some;
  }
}
