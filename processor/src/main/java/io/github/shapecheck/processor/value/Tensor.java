package io.github.shapecheck.processor.value;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as the checker sees it: its shape, its element type and where it came from.
 *
 * @param source the number of the step that made it, or {@code -1 - i} for the trace's i-th leaf
 *     (an input, a parameter, a buffer)
 * @param item which of that step's results it is
 * @param fold the cut that a view made through an axis to make rows, until a later view undoes it
 * @param layout the order of its values in memory, null where nothing is known of it
 * @param numbers what is known of its values; null for nothing
 */
public record Tensor(
    Shape shape,
    DType dtype,
    int source,
    int item,
    @Nullable Fold fold,
    @Nullable Layout layout,
    @Nullable Numbers numbers)
    implements Value.TensorValue {
  /** The source of a tensor that no step has been written for yet. */
  public static final int NOWHERE = Integer.MIN_VALUE;

  /** A floating-point tensor that a rule returns. */
  public static Tensor of(Shape shape) {
    return new Tensor(shape, DType.FLOAT32, NOWHERE, 0, null, null, null);
  }

  /** A tensor that a rule returns. */
  public static Tensor of(Shape shape, DType dtype) {
    return new Tensor(shape, dtype, NOWHERE, 0, null, null, null);
  }

  /** The same tensor with another shape; still to be given its source. */
  public Tensor as(Shape other) {
    return new Tensor(other, dtype, NOWHERE, 0, null, null, null);
  }

  /** The same tensor with another element type; still to be given its source. */
  public Tensor as(DType other) {
    return new Tensor(shape, other, NOWHERE, 0, null, null, null);
  }

  /** The same tensor, from the same source, seen with another element type. */
  public Tensor with(DType other) {
    return new Tensor(shape, other, source, item, fold, layout, numbers);
  }

  /** The same tensor with its values in another order in memory. */
  public Tensor with(@Nullable Layout other) {
    return new Tensor(shape, dtype, source, item, fold, other, numbers);
  }

  /** The same tensor, of whose values this is known. */
  public Tensor holding(@Nullable Numbers others) {
    return new Tensor(shape, dtype, source, item, fold, layout, others);
  }

  /** The same tensor, made by a step, its only result. */
  public Tensor from(int step, @Nullable Fold pending, @Nullable Layout order) {
    return new Tensor(shape, dtype, step, 0, pending, order, numbers);
  }

  /** The same tensor, the step's result of that number. */
  public Tensor item(int number) {
    return number == item ? this : new Tensor(shape, dtype, source, number, fold, layout, numbers);
  }

  // Written out: a record's own are linked at first use, tens of milliseconds of a short build.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Tensor tensor
            && source == tensor.source
            && item == tensor.item
            && dtype == tensor.dtype
            && shape.equals(tensor.shape)
            && Objects.equals(fold, tensor.fold)
            && Objects.equals(layout, tensor.layout)
            && Objects.equals(numbers, tensor.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * shape.hashCode() + source) + item;
  }

  /** The number of axes. */
  public int rank() {
    return shape.rank();
  }

  /** The size of an axis, negative counted from the end. */
  public Dim dim(int axis) {
    return shape.dim(axis);
  }
}
