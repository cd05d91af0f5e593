package io.github.shapecheck.processor.measure;

import io.github.shapecheck.shape.Dim;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step along one axis of a tensor does to the fields.
 *
 * @param spans by input axis, how far the last value's field stands from the first's
 * @param jump how far neighbours' fields stand apart, null where several axes were merged into this
 */
record Walk(Map<Integer, Fraction> spans, @Nullable Fraction jump) {
  /** An axis all of whose values see the same, such as channels. */
  static final Walk NONE = new Walk(Map.of(), null);

  /** Moving over one input axis, by so much from each of {@code size} values to the next. */
  static Walk along(int inputAxis, Fraction jump, Dim size) {
    return new Walk(Map.of(inputAxis, jump.times(size.minus(1))), jump);
  }

  /** Whether values on this axis see different parts of the input. */
  boolean moves() {
    return !spans.isEmpty();
  }

  /** The only input axis that it moves over, or -1. */
  int axis() {
    return jump != null && spans.size() == 1 ? spans.keySet().iterator().next() : -1;
  }

  /** Moving over this axis and the other at once. */
  Walk merged(Walk other) {
    if (!moves()) {
      return other;
    }
    if (!other.moves()) {
      return this;
    }
    Map<Integer, Fraction> both = new HashMap<>(spans);
    other.spans.forEach((axis, span) -> both.merge(axis, span, Fraction::max));
    return new Walk(Map.copyOf(both), null);
  }
}
