package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.problem.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

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
    mirror
        .getElementValues()
        .forEach((member, value) -> explicit.put(member.getSimpleName().toString(), value));
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
    return element.element().getAnnotationMirrors().stream()
        .filter(mirror -> mirror.getAnnotationType().asElement() instanceof TypeElement)
        .map(mirror -> of(mirror, element))
        .toList();
  }

  /** A member's value, written or default. */
  Optional<AnnotationValue> get(String member) {
    AnnotationValue value = explicit.get(member);
    return Optional.ofNullable(value == null ? defaults.get(member) : value);
  }

  /** Where a member's value stands, the annotation where it is the default. */
  Origin origin(String member) {
    AnnotationValue value = explicit.get(member);
    return value == null ? origin : origin.at(value);
  }

  /** A string member. */
  String text(String member) {
    return get(member)
        .map(AnnotationValue::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .orElse("");
  }

  /** An int member. */
  int number(String member, int absent) {
    return get(member)
        .map(AnnotationValue::getValue)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(absent);
  }

  /** The items of an array member. */
  List<? extends AnnotationValue> items(String member) {
    Object value = get(member).map(AnnotationValue::getValue).orElse(List.of());
    if (!(value instanceof List<?> list)) {
      return get(member).map(List::of).orElse(List.of());
    }
    return list.stream()
        .filter(AnnotationValue.class::isInstance)
        .map(AnnotationValue.class::cast)
        .toList();
  }
}
