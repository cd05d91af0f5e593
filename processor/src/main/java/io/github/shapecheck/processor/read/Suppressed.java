package io.github.shapecheck.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The lints that {@code @SuppressWarnings("shapecheck:ID")} silences, on an element or on the
 * classes around it.
 */
final class Suppressed {
  private static final String PREFIX = "shapecheck:";
  private static final String NAME = "java.lang.SuppressWarnings";

  private Suppressed() {}

  static Set<String> of(TypeElement type) {
    Set<String> ids = new HashSet<>();
    for (Element around = type; around != null; around = around.getEnclosingElement()) {
      for (AnnotationMirror annotation : around.getAnnotationMirrors()) {
        if (annotation.getAnnotationType().asElement() instanceof TypeElement found
            && found.getQualifiedName().contentEquals(NAME)) {
          annotation.getElementValues().values().forEach(value -> add(value.getValue(), ids));
        }
      }
    }
    return ids;
  }

  /** Those of a field with these annotations, and those that its class silences. */
  static Set<String> of(List<Annotation> annotations, Set<String> around) {
    Set<String> ids = new HashSet<>(around);
    for (Annotation annotation : annotations) {
      if (annotation.qualifiedName().equals(NAME)) {
        annotation.explicit().values().forEach(value -> add(value.getValue(), ids));
      }
    }
    return ids;
  }

  /** Adds a text or the texts of an array; what does not resolve is neither. */
  private static void add(Object value, Set<String> ids) {
    if (value instanceof List<?> items) {
      items.forEach(item -> add(item instanceof AnnotationValue one ? one.getValue() : item, ids));
    } else if (value instanceof String text && text.startsWith(PREFIX)) {
      ids.add(text.substring(PREFIX.length()));
    }
  }
}
