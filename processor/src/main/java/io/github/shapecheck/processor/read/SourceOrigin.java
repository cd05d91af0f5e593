package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.problem.Origin;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place in the source that is being compiled.
 *
 * @param hasSource whether the element is compiled now and not read from a class file
 */
public record SourceOrigin(
    Element element,
    Optional<AnnotationMirror> mirror,
    Optional<AnnotationValue> value,
    boolean hasSource)
    implements Origin {
  /** The element itself. */
  static SourceOrigin of(Element element, boolean hasSource) {
    return new SourceOrigin(element, Optional.empty(), Optional.empty(), hasSource);
  }

  /** An annotation of the element. */
  SourceOrigin at(AnnotationMirror annotation) {
    return new SourceOrigin(element, Optional.of(annotation), Optional.empty(), hasSource);
  }

  /** A value of the annotation. */
  SourceOrigin at(AnnotationValue part) {
    return new SourceOrigin(element, mirror, Optional.of(part), hasSource);
  }
}
