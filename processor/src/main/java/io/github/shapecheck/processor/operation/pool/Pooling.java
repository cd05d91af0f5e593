package io.github.shapecheck.processor.operation.pool;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.ProposedNumbers;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.operation.Window;
import io.github.shapecheck.processor.operation.Windows;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Maximum and average pooling over 1, 2 or 3 axes: {@code MaxPool2d}, {@code F.avg_pool1d} and
 * their like. Rules pool-1 to pool-7.
 */
public record Pooling(Kind kind, int axes) implements Rule {
  private static final Dim ZERO = Dim.of(0);
  private static final Dim ONE = Dim.of(1);

  public enum Kind {
    MAX,
    AVERAGE
  }

  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "kernel_size", 1); // pool-1
    if (call.isGiven("stride")) {
      Spatial.requireAtLeast(call, "stride", 1); // pool-1
    }
    if (call.knows("dilation")) {
      Spatial.requireAtLeast(call, "dilation", 1); // pool-1
    }
    if (call.knows("divisor_override")
        && call.has("divisor_override")
        && call.integer("divisor_override") == 0) {
      call.problem(ProblemId.RANGE, "divisor_override", "divides by 0"); // pool-8
    }
    if (!call.knows("padding")) {
      return;
    }
    Dim[] kernel = call.axes("kernel_size", axes);
    Dim[] padding = call.axes("padding", axes);
    for (int i = 0; i < axes; i++) { // pool-2
      Dim half = kernel[i].floorDiv(2);
      if (call.fails(padding[i], Relation.GE, ZERO) || call.fails(padding[i], Relation.LE, half)) {
        call.problem(
                ProblemId.POOL_PADDING,
                "padding",
                "pads %s cells, but a pool may pad from 0 to half its kernel: at most floor(%s /"
                    + " 2) = %s",
                padding[i],
                kernel[i],
                half)
            .set("padding", ProposedNumbers.axis(call, "padding", axes, i, half));
        return;
      }
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireRank(call, input, axes); // pool-3
    Spatial.requireCells(call, input, axes + 1); // pool-4
    boolean ceil = call.flag("ceil_mode");
    Dim[] kernel = call.axes("kernel_size", axes);
    Dim[] stride = call.isGiven("stride") ? call.axes("stride", axes) : kernel; // pool-5
    Dim[] padding = call.knows("padding") ? call.axes("padding", axes) : none();
    List<Window> windows = new ArrayList<>(axes);
    List<Dim> sizes = new ArrayList<>(axes);
    Dim[] dilations = call.knows("dilation") ? call.axes("dilation", axes) : null;
    for (int i = 0; i < axes; i++) {
      Dim dilation = dilations == null ? ONE : dilations[i];
      Window window = Window.of(input.dim(i - axes), kernel[i], stride[i], padding[i], dilation);
      windows.add(window);
      sizes.add(size(call, window, i, ceil));
    }
    new Windows(call, axes).tell(windows, sizes, ceil);
    Tensor output = input.as(Spatial.result(input, input.dim(-axes - 1), sizes));
    return withPlaces(call, output);
  }

  /** The maxima, and where they were where that is asked for. */
  static Value withPlaces(Call call, Tensor maxima) {
    return call.knows("return_indices") && call.flag("return_indices")
        ? Value.Sequence.tuple(maxima, maxima.as(DType.INT64))
        : maxima;
  }

  private Dim size(Call call, Window window, int axis, boolean ceil) {
    if (kind == Kind.AVERAGE && axes == 3 && isTooSmall(call, window, axis)) { // pool-7
      return Dim.unknown();
    }
    Dim size = ceil ? new Windows(call, axes).ceilOutput(window) : window.floorOutput(); // pool-6
    if (!call.fails(size, Relation.GE, ONE)) {
      return size;
    }
    new Windows(call, axes).reportNoRoom(ProblemId.OUTPUT_TOO_SMALL, window, axis);
    return Dim.unknown();
  }

  private boolean isTooSmall(Call call, Window window, int axis) {
    if (!call.fails(window.kernel(), Relation.LE, window.input())) {
      return false;
    }
    call.problem(
        ProblemId.KERNEL_TOO_BIG,
        call.isLayer() ? "kernel_size" : null,
        "has a kernel of %s but the %s without padding is only %s",
        window.kernel(),
        Axes.name(axis, axes),
        window.input());
    return true;
  }

  private Dim[] none() {
    Dim[] zeros = new Dim[axes];
    Arrays.fill(zeros, ZERO);
    return zeros;
  }
}
