package io.github.shapecheck.processor.operation.pool;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.FloatArguments;
import io.github.shapecheck.processor.operation.ProposedNumbers;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * Maxima over windows of pseudo-random places: {@code FractionalMaxPool2d} and {@code
 * F.fractional_max_pool3d}. Rules fractional-pool-1 to fractional-pool-6.
 */
public record FractionalPooling(int axes) implements Rule {
  private static final Dim ONE = Dim.of(1);

  @Override
  public void check(Call call) {
    Spatial.requireAtLeast(call, "kernel_size", 1); // fractional-pool-1
    boolean size = call.isGiven("output_size");
    boolean ratio = call.isGiven("output_ratio");
    if (size == ratio && (call.isLayer() || !size)) { // fractional-pool-2
      call.problem(
          ProblemId.ARGUMENT,
          size ? "output_size" : null,
          "needs one of " + call.label("output_size") + " and " + call.label("output_ratio"));
    }
    if (!ratio || !call.isLayer()) {
      return;
    }
    for (double part : FloatArguments.axes(call, "output_ratio", axes)) { // fractional-pool-3
      if (!(part > 0 && part < 1)) {
        call.problem(
            ProblemId.RANGE, "output_ratio", "needs ratios between 0 and 1 but has " + part);
        return;
      }
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Spatial.requireRank(call, input, axes); // fractional-pool-4
    Spatial.requireCells(call, input, axes + (input.rank() == axes + 2 ? 1 : 0));
    Dim[] kernel = Spatial.each(call, "kernel_size", axes);
    Relation limit = axes == 3 ? Relation.LT : Relation.LE; // PyTorch is stricter over volumes
    List<Dim> sizes = new ArrayList<>(axes);
    for (int i = 0; i < axes; i++) {
      Dim size = size(call, input, i); // fractional-pool-5
      boolean sound = kernel[i].isConstant() && kernel[i].value() > 0;
      if (call.fails(size, Relation.GE, Dim.of(0))) {
        call.problem(
            ProblemId.POSITIVE,
            "output_size",
            "needs an output size of at least 0 but has " + size);
      } else if (sound && call.fails(size.plus(kernel[i]).minus(ONE), limit, input.dim(i - axes))) {
        call.problem( // fractional-pool-6
                ProblemId.KERNEL_TOO_BIG,
                call.isLayer() ? "kernel_size" : null,
                "needs an output and a kernel of %s + %s - 1 cells but the %s is only %s",
                size,
                kernel[i],
                Axes.name(i, axes),
                input.dim(i - axes))
            .set(
                "kernel_size",
                ProposedNumbers.axis(
                    call, "kernel_size", axes, i, input.dim(i - axes).minus(size).plus(ONE)));
      }
      sizes.add(size);
    }
    Tensor output = input.as(Spatial.result(input, input.dim(-axes - 1), sizes));
    return Pooling.withPlaces(call, output);
  }

  /**
   * Rule fractional-pool-5: the size as given, or the floor of the double product of size and
   * ratio.
   */
  private Dim size(Call call, Tensor input, int axis) {
    if (call.isGiven("output_size")) {
      return Spatial.each(call, "output_size", axes)[axis];
    }
    return call.isGiven("output_ratio")
        ? input.dim(axis - axes).scale(FloatArguments.axes(call, "output_ratio", axes)[axis])
        : Dim.unknown();
  }
}
