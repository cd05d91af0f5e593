package io.github.shapecheck.processor.operation.loss;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Shapes;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;

/**
 * How near two tensors are along an axis: {@code CosineSimilarity}, {@code PairwiseDistance}. Rules
 * distance-1 to distance-4.
 */
public record Distance(boolean cosine) implements Rule {
  @Override
  public Value apply(Call call) {
    Tensor first = call.tensor("x1");
    Tensor second = call.tensor("x2");
    Shape both = Shapes.broadcast(first.shape(), second.shape());
    if (both == null) { // distance-1
      throw call.refuse(
          ProblemId.BROADCAST,
          "x2",
          "needs tensors that broadcast but receives " + first.shape() + " and " + second.shape());
    }
    DType dtype = first.dtype().promote(second.dtype());
    if (cosine && !dtype.isFloating() && !dtype.isComplex()) { // distance-2
      call.problem(
          ProblemId.DTYPE, null, "needs floating-point numbers but receives " + dtype.torchName());
    }
    int axis = both.rank() == 0 ? 0 : both.rank() - 1; // distance-3
    if (call.knows("dim")) { // distance-4
      axis = call.axis("dim", both.rank());
      if (!cosine && axis < both.rank() - 1) {
        call.problem(ProblemId.DIM_RANGE, "dim", "takes the last axis only, as PyTorch does");
      }
    }
    boolean keeps = !cosine && call.flag("keepdim");
    Shape shape = both.rank() == 0 ? both : keeps ? both.with(axis, Dim.of(1)) : both.remove(axis);
    Tensor like = first.as(shape);
    return dtype.isFloating() || dtype.isComplex() ? like.as(dtype) : like.as(DType.FLOAT32);
  }
}
