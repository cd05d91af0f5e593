package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a function of elements writes its result: that of its operands, the first of
 * which an axis tells apart from another counts, as PyTorch's TensorIterator has it. Rule layout-3.
 */
public final class ElementOrder {
  private static final Dim ZERO = Dim.of(0);
  private static final Dim ONE = Dim.of(1);

  private final Shape shape;
  private final List<List<Dim>> strides = new ArrayList<>();

  private ElementOrder(Shape shape) {
    this.shape = shape;
  }

  /** The layout of the result; null where nothing is known of it. */
  public static @Nullable Layout of(List<Tensor> operands, Shape result) {
    if (!result.isKnown()) {
      return null;
    }
    if (Layout.areContiguous(operands)) {
      return Layout.CONTIGUOUS;
    }
    ElementOrder order = new ElementOrder(result);
    for (Tensor operand : operands) {
      List<Dim> own = Layout.strides(operand);
      if (own == null) {
        return null;
      }
      order.add(operand.shape(), own);
    }
    return order.layout();
  }

  /** The tensor that a function of elements makes of another, perhaps in its place. */
  public static Tensor written(Call call, Tensor input) {
    boolean inPlace =
        call.knows("inplace") && call.get("inplace") instanceof Value.Bool flag && flag.value();
    return input.as(input.shape()).with(inPlace ? input.layout() : of(input));
  }

  /** The layout of a copy in the order of the one operand. */
  public static @Nullable Layout of(Tensor operand) {
    return of(List.of(operand), operand.shape());
  }

  /** Another tensor of the same shape that is the input itself or a copy of it. */
  public static Tensor kept(Tensor input, Tensor result) {
    Layout layout = input.layout();
    return result.with(Objects.equals(layout, of(input)) ? layout : null);
  }

  /** Strides of an operand for the axes of the result; 0 where it is broadcast. */
  private void add(Shape own, List<Dim> ownStrides) {
    List<Dim> all = new ArrayList<>();
    int missing = shape.rank() - own.rank();
    for (int axis = 0; axis < shape.rank(); axis++) {
      boolean repeated =
          axis < missing || own.dim(axis - missing).equals(ONE) && !shape.dim(axis).equals(ONE);
      all.add(repeated ? ZERO : ownStrides.get(axis - missing));
    }
    strides.add(all);
  }

  /** Sorts the axes by insertion, the innermost first, and lays them out one after the other. */
  private @Nullable Layout layout() {
    int[] axes = new int[shape.rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = axes.length - 1 - i;
    }
    for (int i = 1; i < axes.length; i++) {
      int place = i;
      for (int inner = i - 1; inner >= 0; inner--) {
        Integer order = compare(axes[inner], axes[place]);
        if (order == null) {
          return null;
        }
        if (order < 0) {
          break;
        }
        if (order > 0) {
          int axis = axes[inner];
          axes[inner] = axes[place];
          axes[place] = axis;
          place = inner;
        }
      }
    }
    Dim[] result = new Dim[axes.length];
    Dim stride = ONE;
    for (int axis : axes) {
      result[axis] = stride;
      stride = stride.times(shape.dim(axis));
    }
    return Layout.of(shape, Arrays.asList(result));
  }

  /** Above 0 if the first axis should lie further out; 0 if no operand says; null if unknown. */
  private @Nullable Integer compare(int first, int second) {
    boolean repeated = true;
    for (List<Dim> own : strides) {
      Dim a = own.get(first);
      Dim b = own.get(second);
      if (a.equals(ZERO) || b.equals(ZERO)) {
        continue;
      }
      repeated = false;
      Integer order = a.equals(b) ? longer(first, second) : compare(a, b);
      if (order == null || order != 0) {
        return order;
      }
    }
    // Then the axes of one place count, too, of which it is not kept how far apart they lie.
    return repeated && shape.dims().contains(ONE) ? null : Integer.valueOf(0);
  }

  /** Of equal strides the longer axis lies further out. */
  private @Nullable Integer longer(int first, int second) {
    Dim a = shape.dim(first);
    Dim b = shape.dim(second);
    if (a.isConstant() && b.isConstant()) {
      return a.value() > b.value() ? 1 : 0;
    }
    return a.equals(ONE) ? Integer.valueOf(0) : b.equals(ONE) ? Integer.valueOf(1) : null;
  }

  private static @Nullable Integer compare(Dim a, Dim b) {
    if (a.isConstant() && b.isConstant()) {
      return Long.compare(a.value(), b.value());
    }
    // A stride is the product of sizes further in, none of which is 0.
    if (a.dividedBy(b).isPresent()) {
      return 1;
    }
    return b.dividedBy(a).isPresent() ? Integer.valueOf(-1) : null;
  }
}
