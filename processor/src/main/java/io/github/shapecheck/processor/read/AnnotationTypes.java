package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads annotations; what their types declare is read once for all of them. */
final class AnnotationTypes {
  /** An annotation type with its names and the defaults of its members. */
  record Declared(
      String name,
      String qualifiedName,
      Map<String, AnnotationValue> defaults,
      Map<String, Value> defaultValues) {}

  private final Map<TypeElement, Declared> types = new HashMap<>();

  /** An annotation of an element, or within one of its annotations. */
  Annotation of(AnnotationMirror mirror, SourceOrigin element) {
    Map<String, AnnotationValue> explicit = new LinkedHashMap<>();
    for (var written : mirror.getElementValues().entrySet()) {
      explicit.put(written.getKey().getSimpleName().toString(), written.getValue());
    }
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return new Annotation(declared(type), element.at(mirror), explicit);
  }

  /**
   * All annotations of an element, in source order; what cannot be resolved is left to the
   * compiler.
   */
  List<Annotation> allOf(SourceOrigin element) {
    List<Annotation> annotations = new ArrayList<>();
    for (AnnotationMirror mirror : element.element().getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement) {
        annotations.add(of(mirror, element));
      }
    }
    return annotations;
  }

  /** The annotation of a qualified name that a class has, if it has one. */
  static Optional<Annotation> find(TypeElement element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(name)) {
        return Optional.of(new AnnotationTypes().of(mirror, SourceOrigin.of(element, true)));
      }
    }
    return Optional.empty();
  }

  private Declared declared(TypeElement type) {
    Declared known = types.get(type);
    if (known == null) {
      known = declaration(type);
      types.put(type, known);
    }
    return known;
  }

  private static Declared declaration(TypeElement type) {
    Map<String, AnnotationValue> defaults = new LinkedHashMap<>();
    Map<String, Value> values = new LinkedHashMap<>();
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      AnnotationValue value = member.getDefaultValue();
      if (value != null) {
        defaults.put(member.getSimpleName().toString(), value);
        values.put(member.getSimpleName().toString(), ValueReader.read(value));
      }
    }
    return new Declared(
        type.getSimpleName().toString(), type.getQualifiedName().toString(), defaults, values);
  }
}
