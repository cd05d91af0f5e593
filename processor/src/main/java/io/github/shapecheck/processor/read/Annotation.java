package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.problem.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * An annotation of the user's with its members by name, in the order in which its type declares
 * them.
 *
 * @param explicit the values that the user wrote
 * @param defaults the defaults of the others
 */
record Annotation(
    String name,
    String qualifiedName,
    SourceOrigin origin,
    Map<String, AnnotationValue> explicit,
    Map<String, AnnotationValue> defaults) {
  static Annotation of(AnnotationMirror mirror, SourceOrigin element) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    Map<String, AnnotationValue> explicit = new LinkedHashMap<>();
    for (var written : mirror.getElementValues().entrySet()) {
      explicit.put(written.getKey().getSimpleName().toString(), written.getValue());
    }
    Map<String, AnnotationValue> defaults = new LinkedHashMap<>();
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = member.getSimpleName().toString();
      if (!explicit.containsKey(name) && member.getDefaultValue() != null) {
        defaults.put(name, member.getDefaultValue());
      }
    }
    return new Annotation(
        type.getSimpleName().toString(),
        type.getQualifiedName().toString(),
        element.at(mirror),
        explicit,
        defaults);
  }

  /**
   * All annotations of an element, in source order; what cannot be resolved is left to the
   * compiler.
   */
  static List<Annotation> allOf(SourceOrigin element) {
    List<Annotation> annotations = new ArrayList<>();
    for (AnnotationMirror mirror : element.element().getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement) {
        annotations.add(of(mirror, element));
      }
    }
    return annotations;
  }

  /** A member's value, written or default. */
  Optional<AnnotationValue> get(String member) {
    AnnotationValue value = explicit.get(member);
    return Optional.ofNullable(value == null ? defaults.get(member) : value);
  }

  private @Nullable Object value(String member) {
    AnnotationValue value = get(member).orElse(null);
    return value == null ? null : value.getValue();
  }

  /** Where a member's value stands, the annotation where it is the default. */
  Origin origin(String member) {
    AnnotationValue value = explicit.get(member);
    return value == null ? origin : origin.at(value);
  }

  /** A string member. */
  String text(String member) {
    return value(member) instanceof String text ? text : "";
  }

  /** An int member. */
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
