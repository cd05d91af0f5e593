package io.github.shapecheck.processor.operation.pool;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.operation.Spatial;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts maxima back to where they came from: {@code MaxUnpool2d} and {@code F.max_unpool1d}. Rules
 * unpool-1 to unpool-6.
 */
public record Unpooling(int axes) implements Rule {
  private static final Dim ZERO = Dim.of(0);

  @Override
  public void check(Call call) {
    if (axes == 3) { // unpool-1: PyTorch looks at the strides over three axes only
      Spatial.requireAtLeast(call, call.isGiven("stride") ? "stride" : "kernel_size", 1);
    }
  }

  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input");
    Tensor indices = call.tensor("indices");
    Spatial.requireRank(call, input, axes); // unpool-2
    Spatial.requireCells(call, input, axes + (input.rank() == axes + 2 ? 1 : 0));
    if (indices.dtype() != DType.INT64) { // unpool-3
      call.problem(
          ProblemId.DTYPE,
          "indices",
          "needs indices of type int64, as a pool with return_indices gives them, but receives "
              + indices.dtype().torchName());
    }
    if (!Shapes.same(call, input.shape(), indices.shape())) { // unpool-4
      call.problem(
          ProblemId.UNPOOL_SIZE,
          "indices",
          "needs values and indices of one shape but receives %s and %s"
              .formatted(input.shape(), indices.shape()));
    }
    List<Dim> sizes = new ArrayList<>(axes);
    for (int i = 0; i < axes; i++) {
      sizes.add(size(call, input, i));
    }
    return input.as(Spatial.result(input, input.dim(-axes - 1), sizes));
  }

  private Dim size(Call call, Tensor input, int axis) {
    Dim kernel = Spatial.each(call, "kernel_size", axes)[axis];
    Dim stride = call.isGiven("stride") ? Spatial.each(call, "stride", axes)[axis] : kernel;
    Dim padding = Spatial.each(call, "padding", axes)[axis];
    Dim usual = // unpool-5
        input.dim(axis - axes).minus(1).times(stride).plus(kernel).minus(padding.times(2));
    boolean given = call.isGiven("output_size");
    Dim size = given ? Spatial.outputSize(call, axes, axes + 2)[axis] : usual;
    if (given
        && !call.failed()
        && (call.fails(size, Relation.GT, usual.minus(stride))
            || call.fails(size, Relation.LT, usual.plus(stride)))) { // unpool-6
      call.problem(
          ProblemId.UNPOOL_SIZE,
          "output_size",
          "would restore %s cells, so the output size must be above %s and below %s but is %s",
          usual,
          usual.minus(stride),
          usual.plus(stride),
          size);
      return size;
    }
    if (call.fails(size, Relation.GE, ZERO)) {
      call.problem(ProblemId.OUTPUT_TOO_SMALL, "padding", "gives an output size of " + size);
      return Dim.unknown();
    }
    return size;
  }
}
