package io.github.shapecheck.processor.describe;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What values see through operations that only change an axis's size: adaptive pools, upsampling,
 * shuffles.
 */
final class ResizePropagation {
  private ResizePropagation() {}

  private static @Nullable TensorField resized(
      TensorField tensor,
      Shape output,
      BiFunction<AxisField, Integer, @Nullable AxisField> change) {
    TensorField result = tensor;
    for (int axis = 0; axis < output.rank(); axis++) {
      int place = axis;
      if (!tensor.shape().dim(axis).equals(output.dim(axis))) {
        TensorField next = result.changed(axis, field -> change.apply(field, place));
        if (next == null) {
          return null;
        }
        result = next;
      }
    }
    return result.of(output);
  }

  /**
   * Value i of an adaptive pool reads the inputs from {@code floor(i*n/m)} to before {@code
   * ceil((i+1)*n/m)}.
   */
  static @Nullable TensorField adaptive(TensorField tensor, Shape output) {
    return resized(
        tensor,
        output,
        (field, axis) -> {
          Dim n = tensor.shape().dim(axis);
          Dim m = output.dim(axis);
          if (m.equals(Dim.of(1))) {
            return field.collapsed(n);
          }
          return n.isConstant() && m.isConstant() && m.value() > 0
              ? field.resampled(
                  m.value(),
                  n.value(),
                  i -> Math.floorDiv(i * n.value(), m.value()),
                  i -> -Math.floorDiv(-(i + 1) * n.value(), m.value()) - 1)
              : null;
        });
  }

  /**
   * Each axis that grew by a whole factor copies its values, or weighs {@code neighbours} more of
   * them.
   */
  static @Nullable TensorField enlarged(TensorField tensor, Shape output, int neighbours) {
    return resized(
        tensor,
        output,
        (field, axis) -> {
          long factor = factor(tensor.shape().dim(axis), output.dim(axis));
          if (factor < 1) {
            return null;
          } else if (neighbours == 0) {
            return field.resampled(
                factor, 1, o -> Math.floorDiv(o, factor), o -> Math.floorDiv(o, factor));
          }
          int side = neighbours / 2;
          return field.resampled(
              factor,
              1,
              o -> Math.floorDiv(2 * o + 1 - factor, 2 * factor) - side,
              o -> Math.floorDiv(2 * o + 1 - factor, 2 * factor) + 1 + side);
        });
  }

  /** Each axis that shrank by a whole factor reads that many neighbours into channels. */
  static @Nullable TensorField folded(TensorField tensor, Shape output) {
    return resized(
        tensor,
        output,
        (field, axis) -> {
          long factor = factor(output.dim(axis), tensor.shape().dim(axis));
          Dim dim = Dim.of(factor);
          return factor < 1 ? null : field.window(Dim.of(0), dim.minus(1), dim);
        });
  }

  /** The whole number by which a size grew, 0 where it is none. */
  private static long factor(Dim from, Dim to) {
    return to.dividedBy(from).filter(Dim::isConstant).map(Dim::value).orElse(0L);
  }
}
