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
    if (type.getSuperclass().getKind() == TypeKind.ERROR) {
      return true;
    }
    for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      for (AnnotationMirror annotation : field.getAnnotationMirrors()) {
        if (in(annotation)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean in(AnnotationMirror annotation) {
    for (AnnotationValue value : annotation.getElementValues().values()) {
      if (value.getValue() instanceof TypeMirror type && type.getKind() == TypeKind.ERROR) {
        return true;
      }
    }
    return false;
  }
}
