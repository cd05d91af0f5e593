package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What values see through operations that only change an axis's size: adaptive pools, upsampling,
 * shuffles.
 */
final class ResizePropagation {
  private static final Dim ZERO = Dim.of(0);

  private ResizePropagation() {}

  /**
   * Value i of an adaptive pool reads the inputs from {@code floor(i*n/m)} to before {@code
   * ceil((i+1)*n/m)}; of one value that is all, however few they are.
   */
  static @Nullable TensorField adaptive(TensorField tensor, Shape output, Value sizes) {
    TensorField result = tensor;
    for (int axis = 0; axis < output.rank(); axis++) {
      Dim n = tensor.shape().dim(axis);
      Dim m = output.dim(axis);
      boolean one = m.equals(Dim.of(1)) && !isKept(sizes, output.rank() - axis);
      if (one || !n.equals(m)) {
        TensorField next =
            result.changed(
                axis,
                field ->
                    one ? field.collapsed(n) : m.isConstant() ? field.parts(n, m.value()) : null);
        if (next == null) {
          return null;
        }
        result = next;
      }
    }
    return result.of(output);
  }

  /** Whether an axis, counted from the end, keeps its size whatever it is. */
  private static boolean isKept(Value sizes, int fromEnd) {
    List<Value> items = sizes instanceof Value.Sequence many ? many.items() : List.of(sizes);
    int place = items.size() == 1 ? 0 : items.size() - fromEnd;
    return place >= 0 && place < items.size() && items.get(place) instanceof Value.None;
  }

  /**
   * Each axis that grew by a whole factor copies its values, or weighs {@code neighbours} more of
   * them.
   */
  static @Nullable TensorField enlarged(TensorField tensor, Shape output, int neighbours) {
    TensorField result = tensor;
    for (int axis = 0; axis < output.rank(); axis++) {
      long factor = factor(tensor.shape().dim(axis), output.dim(axis));
      if (factor != 1) {
        TensorField next = result.changed(axis, field -> grown(field, factor, neighbours));
        if (next == null) {
          return null;
        }
        result = next;
      }
    }
    return result.of(output);
  }

  private static @Nullable AxisField grown(AxisField field, long factor, int neighbours) {
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
  }

  /** Each of the last two axes reads so many neighbours into channels. */
  static @Nullable TensorField folded(TensorField tensor, Shape output, List<Dim> factor) {
    if (factor.isEmpty()) {
      return null;
    }
    TensorField result = tensor;
    for (int axis = output.rank() - 2; axis < output.rank() && result != null; axis++) {
      result =
          result.changed(axis, field -> field.window(ZERO, factor.get(0).minus(1), factor.get(0)));
    }
    return result == null ? null : result.of(output);
  }

  /** The whole number by which a size grew, 0 where it is none. */
  private static long factor(Dim from, Dim to) {
    return from.equals(to)
        ? 1
        : to.dividedBy(from).filter(Dim::isConstant).map(Dim::value).orElse(0L);
  }
}
