package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.problem.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import org.jspecify.annotations.Nullable;

/**
 * An annotation of the user's with its members by name.
 *
 * @param explicit the values that the user wrote
 */
record Annotation(
    AnnotationTypes.Declared type, SourceOrigin origin, Map<String, AnnotationValue> explicit) {
  /** The simple name of its type. */
  String name() {
    return type.name();
  }

  /** The name of its type. */
  String qualifiedName() {
    return type.qualifiedName();
  }

  /** A member's value, written or default. */
  Optional<AnnotationValue> get(String member) {
    AnnotationValue value = explicit.get(member);
    return Optional.ofNullable(value == null ? type.defaults().get(member) : value);
  }

  @Nullable Object value(String member) {
    AnnotationValue value = get(member).orElse(null);
    return value == null ? null : value.getValue();
  }

  /** Where a member's value stands, the annotation where it is the default. */
  Origin origin(String member) {
    AnnotationValue value = explicit.get(member);
    return value == null ? origin : origin.at(value);
  }

  String text(String member) {
    return value(member) instanceof String text ? text : "";
  }

  int number(String member, int absent) {
    return value(member) instanceof Integer number ? number : absent;
  }

  /** The items of an array member. */
  List<? extends AnnotationValue> items(String member) {
    if (!(value(member) instanceof List<?> list)) {
      return get(member).map(List::of).orElse(List.of());
    }
    List<AnnotationValue> items = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof AnnotationValue value) {
        items.add(value);
      }
    }
    return items;
  }
}
