package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;

/** Element types that an operation does not take. */
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
}
