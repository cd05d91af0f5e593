package io.github.shapecheck.processor.describe;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What values see through operations that move, merge, split or remove axes. */
final class AxisPropagation {
  private static final Dim ONE = Dim.of(1);

  private AxisPropagation() {}

  /** Through a reshape: groups of neighbouring axes whose products agree. */
  static @Nullable TensorField reshaped(TensorField tensor, Shape output) {
    Shape input = tensor.shape();
    List<AxisField> fields = new ArrayList<>(tensor.fields());
    int i = 0;
    int o = 0;
    while (i < input.rank() && o < output.rank()) {
      int firstIn = i;
      int firstOut = o;
      Dim in = input.dim(i++);
      Dim out = output.dim(o++);
      while (!in.equals(out)) {
        boolean shorter = in.isConstant() && out.isConstant() && in.value() < out.value();
        boolean both = !in.isConstant() || !out.isConstant();
        if (i < input.rank()
            && (shorter || o == output.rank() || both && i - firstIn <= o - firstOut)) {
          in = in.times(input.dim(i++));
        } else if (o < output.rank()) {
          out = out.times(output.dim(o++));
        } else {
          return null;
        }
      }
      if (!regroup(tensor, new int[] {firstIn, i, firstOut, o}, output, fields)) {
        return null;
      }
    }
    int[] gone = {i, input.rank(), o, o}; // axes of one place at the end
    return regroup(tensor, gone, output, fields) ? new TensorField(output, fields) : null;
  }

  /**
   * Gives the fields of a group of input axes to the one output axis that is not 1; false if there
   * are more.
   */
  private static boolean regroup(
      TensorField tensor, int[] group, Shape output, List<AxisField> fields) {
    boolean single = group[1] - group[0] == 1;
    int target = single && group[3] - group[2] == 1 ? group[2] : -1;
    int wide = 0;
    for (int o = group[2]; o < group[3]; o++) {
      if (!output.dim(o).equals(ONE)) {
        target = o;
        wide++;
      }
    }
    for (int place = 0; place < fields.size(); place++) {
      int axis = tensor.fields().get(place).axis();
      if (axis < group[0] || axis >= group[1]) {
        continue;
      } else if (wide > 1) {
        return false;
      }
      AxisField field = tensor.fields().get(place);
      boolean whole = single || tensor.shape().dim(axis).equals(output.dim(Math.max(0, target)));
      fields.set(
          place,
          target < 0
              ? field.collapsed(ONE)
              : whole ? field.along(target) : field.mergedInto(target, tensor.shape().dim(axis)));
    }
    return true;
  }

  /** Through a permutation: output axis i is input axis {@code order[i]}. */
  static @Nullable TensorField permuted(TensorField tensor, int @Nullable [] order, Shape output) {
    if (order == null) {
      return null;
    }
    List<Integer> axes = Arrays.stream(order).boxed().toList();
    return moved(tensor, axes::indexOf, output);
  }

  /** The same with other axes in the places of the old ones. */
  static TensorField moved(TensorField tensor, UnaryOperator<Integer> to, Shape output) {
    return new TensorField(
        output,
        tensor.fields().stream().map(c -> c.axis() < 0 ? c : c.along(to.apply(c.axis()))).toList());
  }

  /** Through a reduction over axes (all where none are named), which stay with size 1 or go. */
  static @Nullable TensorField reduced(TensorField tensor, List<Integer> axes, Shape output) {
    int rank = tensor.shape().rank();
    TensorField result = axes.isEmpty() ? tensor.collapsed() : mixed(tensor, axes);
    if (output.rank() == rank || axes.isEmpty()) {
      return result.of(output);
    }
    List<Integer> kept = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      if (!axes.contains(axis)) {
        kept.add(axis);
      }
    }
    return kept.size() == output.rank() ? moved(result, kept::indexOf, output) : null;
  }

  /** Every value sees all along some axes, and the axes stay. */
  static TensorField mixed(TensorField tensor, List<Integer> axes) {
    TensorField result = tensor;
    for (int axis : axes) {
      result = result.collapsed(axis);
    }
    return result;
  }

  /**
   * Through an element-wise operation of several tensors, broadcast from the last axis; null where
   * they move differently.
   */
  static @Nullable TensorField united(List<TensorField> tensors, Shape output) {
    TensorField result = aligned(tensors.get(0), output);
    for (TensorField next : tensors.subList(1, tensors.size())) {
      TensorField other = aligned(next, output);
      List<AxisField> fields = new ArrayList<>();
      for (int i = 0; i < result.fields().size(); i++) {
        AxisField left = result.fields().get(i);
        AxisField right = other.fields().get(i);
        if (left.axis() >= 0 && right.axis() >= 0 && left.axis() != right.axis()) {
          return null;
        }
        fields.add(left.union(right));
      }
      result = new TensorField(output, fields);
    }
    return result;
  }

  private static TensorField aligned(TensorField tensor, Shape output) {
    int more = output.rank() - tensor.shape().rank();
    return moved(tensor, axis -> axis + more, output);
  }
}
