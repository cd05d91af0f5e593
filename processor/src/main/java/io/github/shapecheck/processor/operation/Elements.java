package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;

/** Elements that an operation does not take. */
public final class Elements {
  private Elements() {}

  /** Layers with weights multiply floating-point numbers only. */
  public static void requireFloating(Call call, Tensor tensor) {
    if (tensor.dtype().isInteger() || tensor.dtype() == DType.BOOL) {
      call.problem(
              ProblemId.DTYPE,
              null,
              "needs floating-point numbers but receives " + tensor.dtype().torchName())
          .input(tensor, "float");
    }
  }

  /** Rows are looked up by {@code int} or {@code long} only. */
  public static void requireIndices(Call call, Tensor tensor) {
    DType type = tensor.dtype();
    if (type != DType.INT32 && type != DType.INT64 && type != DType.ANY) {
      call.problem(
              ProblemId.DTYPE,
              null,
              "needs int or long indices but receives " + tensor.dtype().torchName())
          .input(tensor, "long");
    }
  }

  /** What indices count up to is a place of the axis; of free sizes that is taken for granted. */
  public static void requirePlaces(Call call, String parameter, Tensor indices, Dim size) {
    Dim largest = indices.largest();
    if (largest == null || !largest.isKnown() || !size.isKnown()) {
      return;
    }
    boolean never = call.proves(largest, Relation.GE, size);
    if ((never || !call.grants(largest, Relation.LT, size))
        && call.fails(largest, Relation.LT, size)) {
      call.problem(
          ProblemId.INDEX_RANGE,
          parameter,
          "is asked for place " + largest + " of an axis of size " + size);
    }
  }
}
