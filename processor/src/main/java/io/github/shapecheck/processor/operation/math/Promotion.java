package io.github.shapecheck.processor.operation.math;

import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The element type of a result from those of several operands: tensors with axes count before
 * single numbers, those before Python's numbers, unless they are of a higher category. Rule
 * promotion-1.
 */
public final class Promotion {
  private @Nullable DType tensors;
  private @Nullable DType singles;
  private @Nullable DType numbers;

  /** Takes an operand into account; what is no tensor and no number does not count. */
  public Promotion add(Value value) {
    if (value instanceof Tensor tensor) {
      if (tensor.rank() > 0) {
        tensors = join(tensors, tensor.dtype());
      } else {
        singles = join(singles, tensor.dtype());
      }
    } else if (value instanceof Value.Bool) {
      numbers = join(numbers, DType.BOOL);
    } else if (value instanceof Value.Int) {
      numbers = join(numbers, DType.INT64);
    } else if (value instanceof Value.Real || value instanceof Value.Quotient) {
      numbers = join(numbers, DType.FLOAT32);
    } else if (value.equals(Value.COMPLEX)) {
      numbers = join(numbers, DType.COMPLEX64);
    }
    return this;
  }

  public DType result() {
    DType result = combine(tensors, combine(singles, numbers));
    return result == null ? DType.FLOAT32 : result;
  }

  private static DType join(@Nullable DType known, DType next) {
    return known == null ? next : known.promote(next);
  }

  /** The higher group decides unless the lower one is of a higher category. */
  private static @Nullable DType combine(@Nullable DType higher, @Nullable DType lower) {
    if (higher == null || lower == null) {
      return higher == null ? lower : higher;
    }
    return category(lower) > category(higher) ? higher.promote(lower) : higher;
  }

  private static int category(DType type) {
    if (type.isComplex()) {
      return 3;
    }
    return type.isFloating() ? 2 : type.isInteger() ? 1 : 0;
  }
}
