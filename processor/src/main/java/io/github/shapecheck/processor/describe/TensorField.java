package io.github.shapecheck.processor.describe;

import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a tensor sees of the input.
 *
 * @param shape the tensor's
 * @param fields per spatial axis of the input
 */
record TensorField(Shape shape, List<AxisField> fields) {
  /** Whether values along an axis see different parts of the input. */
  boolean moves(int axis) {
    return fields.stream().anyMatch(c -> c.axis() == axis);
  }

  /** The same of a tensor of another shape. */
  TensorField of(Shape other) {
    return new TensorField(other, fields);
  }

  /** Changes what moves along an axis; null where that cannot be told. */
  @Nullable TensorField changed(int axis, UnaryOperator<@Nullable AxisField> change) {
    List<AxisField> next = new ArrayList<>();
    for (AxisField field : fields) {
      AxisField changed = field;
      if (field.axis() == axis) {
        changed = field.merged() ? null : change.apply(field);
      }
      if (changed == null) {
        return null;
      }
      next.add(changed);
    }
    return new TensorField(shape, next);
  }

  /** Every value sees what all values along the axis saw. */
  TensorField collapsed(int axis) {
    return new TensorField(
        shape,
        fields.stream().map(c -> c.axis() == axis ? c.collapsed(shape.dim(axis)) : c).toList());
  }

  /** Every value sees what all values saw. */
  TensorField collapsed() {
    TensorField field = this;
    for (int axis = 0; axis < shape.rank(); axis++) {
      field = field.collapsed(axis);
    }
    return field;
  }

  /** The report's form; empty where a size is not told, or where axes were merged, as neighbours are not on one axis then. */
  Optional<ReceptiveField> field() {
    boolean told = fields.stream().noneMatch(c -> c.merged() || !c.size().isKnown());
    if (fields.isEmpty() || !told) {
      return Optional.empty();
    }
    return Optional.of(
        new ReceptiveField(
            fields.stream().map(AxisField::size).toList(),
            fields.stream().map(AxisField::jump).toList(),
            fields.stream().map(AxisField::center).toList()));
  }
}
