package io.github.shapecheck.processor.read;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds references to classes that do not exist yet: superclasses and submodules that another
 * processor may write.
 */
final class Unresolved {
  boolean in(TypeElement type) {
    return type.getSuperclass().getKind() == TypeKind.ERROR
        || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .anyMatch(this::inAnnotations);
  }

  private boolean inAnnotations(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(this::in);
  }

  private boolean in(AnnotationMirror mirror) {
    return mirror.getElementValues().values().stream()
        .map(AnnotationValue::getValue)
        .anyMatch(value -> value instanceof TypeMirror type && type.getKind() == TypeKind.ERROR);
  }
}
