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
 * @param courses per spatial axis of the input
 */
record Sight(Shape shape, List<Course> courses) {
  /** Whether values along an axis see different parts of the input. */
  boolean moves(int axis) {
    return courses.stream().anyMatch(c -> c.axis() == axis);
  }

  /** The same of a tensor of another shape. */
  Sight of(Shape other) {
    return new Sight(other, courses);
  }

  /** Changes what moves along an axis; null where that cannot be told. */
  @Nullable Sight changed(int axis, UnaryOperator<@Nullable Course> change) {
    List<Course> next = new ArrayList<>();
    for (Course course : courses) {
      Course changed = course;
      if (course.axis() == axis) {
        changed = course.merged() ? null : change.apply(course);
      }
      if (changed == null) {
        return null;
      }
      next.add(changed);
    }
    return new Sight(shape, next);
  }

  /** Every value sees what all values along the axis saw. */
  Sight collapsed(int axis) {
    return new Sight(
        shape,
        courses.stream().map(c -> c.axis() == axis ? c.collapsed(shape.dim(axis)) : c).toList());
  }

  /** Every value sees what all values saw. */
  Sight collapsed() {
    Sight sight = this;
    for (int axis = 0; axis < shape.rank(); axis++) {
      sight = sight.collapsed(axis);
    }
    return sight;
  }

  /** The report's form; empty where axes were merged, as neighbours are not on one axis then. */
  Optional<ReceptiveField> field() {
    if (courses.isEmpty() || courses.stream().anyMatch(Course::merged)) {
      return Optional.empty();
    }
    return Optional.of(
        new ReceptiveField(
            courses.stream().map(Course::size).toList(),
            courses.stream().map(Course::jump).toList(),
            courses.stream().map(Course::center).toList()));
  }
}
