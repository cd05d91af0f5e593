package io.github.shapecheck.processor.describe;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values see through a subscript such as {@code x[:, 0, ..., ::2]}. */
final class SlicePropagation {
  private static final Dim ZERO = Dim.of(0);
  private static final Dim ONE = Dim.of(1);

  private SlicePropagation() {}

  /** Null for what is not a slice, an integer, an ellipsis or a new axis. */
  static @Nullable TensorField sliced(TensorField tensor, Value index, Shape output) {
    List<Value> items = index instanceof Value.Sequence many ? many.items() : List.of(index);
    int rank = tensor.shape().rank();
    long named =
        items.stream()
            .filter(i -> !(i instanceof Value.None || i instanceof Value.Ellipsis))
            .count();
    List<Integer> kept = new ArrayList<>();
    TensorField result = tensor;
    int axis = 0;
    for (Value item : items) {
      if (item instanceof Value.None) {
        kept.add(-1);
        continue;
      } else if (item instanceof Value.Ellipsis) {
        for (long i = named; i < rank; i++) {
          kept.add(axis++);
        }
        continue;
      }
      Dim left = kept.size() < output.rank() ? output.dim(kept.size()) : ZERO;
      TensorField next = axis < rank ? cut(result, axis, item, left) : null;
      if (next == null) {
        return null;
      }
      result = next;
      if (item instanceof Value.Slice) {
        kept.add(axis);
      }
      axis++;
    }
    while (axis < rank) {
      kept.add(axis++);
    }
    return kept.size() == output.rank()
        ? AxisPropagation.moved(result, kept::indexOf, output)
        : null;
  }

  /** Takes one place of an axis, or every so many from a first one; so many are left. */
  private static @Nullable TensorField cut(TensorField tensor, int axis, Value item, Dim left) {
    if (item instanceof Value.Int place) {
      Dim at = place.value();
      TensorField first =
          tensor.changed(axis, c -> c.window(from(at, tensor, axis).negate(), ZERO, ONE));
      return first == null ? null : at(first, axis);
    } else if (item instanceof Value.Slice slice) {
      Dim step = slice.step() instanceof Value.Int number ? number.value() : ONE;
      Dim lower = slice.lower() instanceof Value.Int number ? number.value() : ZERO;
      boolean tail = slice.upper() instanceof Value.None && step.equals(ONE);
      Dim first =
          tail && !lower.isConstant()
              ? tensor.shape().dim(axis).minus(left) // whatever the sign of where it begins
              : from(lower, tensor, axis);
      return tensor.changed(axis, c -> c.window(first.negate(), ZERO, step));
    }
    return null;
  }

  /** Only the first place is left. */
  private static TensorField at(TensorField tensor, int axis) {
    return new TensorField(
        tensor.shape(),
        tensor.fields().stream().map(c -> c.axis() == axis ? c.collapsed(ONE) : c).toList());
  }

  private static Dim from(Dim place, TensorField tensor, int axis) {
    boolean fromEnd = place.isConstant() && place.value() < 0;
    return fromEnd ? tensor.shape().dim(axis).plus(place) : place;
  }
}
