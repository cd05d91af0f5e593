package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Numbers;
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

  /** Rows are counted from the first on only. */
  public static void requireRows(Call call, String parameter, Tensor indices, Dim size) {
    Numbers numbers = indices.numbers();
    if (numbers != null && isNegative(numbers.smallest())) {
      notThere(call, parameter, numbers.smallest(), size);
    } else {
      requirePlaces(call, parameter, indices, size);
    }
  }

  /** What indices count up to is a place of the axis; of free sizes that is taken for granted. */
  public static void requirePlaces(Call call, String parameter, Tensor indices, Dim size) {
    Numbers numbers = indices.numbers();
    if (numbers == null || !size.isKnown()) {
      return;
    }
    Dim smallest = numbers.smallest();
    if (isNegative(smallest) && isBeyond(call, smallest.plus(1).negate(), size)) {
      notThere(call, parameter, smallest, size);
    } else if (isBeyond(call, numbers.largest(), size)) {
      notThere(call, parameter, numbers.largest(), size);
    }
  }

  private static boolean isNegative(Dim number) {
    return number.isConstant() && number.value() < 0;
  }

  private static boolean isBeyond(Call call, Dim place, Dim size) {
    return place.isKnown()
        && (call.proves(place, Relation.GE, size) || !call.grants(place, Relation.LT, size))
        && call.fails(place, Relation.LT, size);
  }

  private static void notThere(Call call, String parameter, Dim place, Dim size) {
    String message = "is asked for place " + place + " of an axis of size " + size;
    call.problem(ProblemId.INDEX_RANGE, parameter, message);
  }
}
