package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.problem.Origin;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

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
  // Written out: a record's own are linked at first use, tens of milliseconds of a short build.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceOrigin origin
        && element.equals(origin.element)
        && mirror.equals(origin.mirror)
        && value.equals(origin.value)
        && hasSource == origin.hasSource;
  }

  @Override
  public int hashCode() {
    return 31 * element.hashCode() + value.hashCode();
  }

  static SourceOrigin of(Element element, boolean hasSource) {
    return new SourceOrigin(element, Optional.empty(), Optional.empty(), hasSource);
  }

  SourceOrigin at(AnnotationMirror annotation) {
    return new SourceOrigin(element, Optional.of(annotation), Optional.empty(), hasSource);
  }

  SourceOrigin at(AnnotationValue part) {
    return new SourceOrigin(element, mirror, Optional.of(part), hasSource);
  }
}
