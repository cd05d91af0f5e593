package io.github.shapecheck.processor.read;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** The lints that {@code @SuppressWarnings("shapecheck:ID")} silences. */
final class Suppressed {
  private static final String PREFIX = "shapecheck:";

  private Suppressed() {}

  static Set<String> of(Element element) {
    SuppressWarnings annotation = element.getAnnotation(SuppressWarnings.class);
    return annotation == null
        ? Set.of()
        : Stream.of(annotation.value())
            .filter(name -> name.startsWith(PREFIX))
            .map(name -> name.substring(PREFIX.length()))
            .collect(Collectors.toSet());
  }
}
