package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.ArrayList;
import java.util.List;

/** The windows of a call: how many find room, what they tell of themselves. */
public record Windows(Call call, int axes) {
  /** Reports that the kernel finds no room on an axis, with the edits that make some. */
  public void reportNoRoom(ProblemId id, Window window, int axis) {
    call.problem(
            id,
            call.isLayer() ? "kernel_size" : null,
            "has a %s that spans %s but the padded %s is only %s",
            id == ProblemId.KERNEL_TOO_BIG ? "kernel" : "window",
            window.extent(),
            Axes.name(axis, axes),
            window.padded())
        .set(
            "dilation",
            ProposedNumbers.axis(call, "dilation", axes, axis, window.nearestDilation()))
        .set(
            "kernel_size",
            ProposedNumbers.axis(call, "kernel_size", axes, axis, window.largestKernel()))
        .set("padding", ProposedNumbers.axis(call, "padding", axes, axis, window.leastPadding()));
  }

  /**
   * With ceil_mode the quotient is rounded up, but the last window must start inside the input or
   * the padding in front: the largest {@code m} with {@code m * stride < input + before} bounds it.
   */
  public Dim ceilOutput(Window window) {
    if (!window.isSound()) {
      return Dim.unknown();
    }
    Dim stride = window.stride();
    Dim start = window.input().plus(window.before());
    Dim slack = window.padded().minus(window.extent()).plus(stride);
    Dim rounded = slack.minus(1).floorDiv(stride);
    Dim inside = start.minus(1).floorDiv(stride);
    boolean last = call.choose(slack.minus(start), Relation.LE, Dim.of(0));
    return (last ? rounded : inside).plus(1);
  }

  /** Tells the report of the windows and of the sizes that they give. */
  public void tell(List<Window> windows, List<Dim> sizes, boolean ceil) {
    call.record().windows = windows;
    call.record().arithmetic = new Formulas(windows, sizes, ceil);
  }

  /** No lambda: that one would be linked in every build, by four classes that are made for it. */
  private record Formulas(List<Window> windows, List<Dim> sizes, boolean ceil)
      implements Arithmetic {
    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < sizes.size(); i++) {
        lines.add(windows.get(i).formula(sizes.get(i), ceil));
      }
      return lines;
    }
  }
}
