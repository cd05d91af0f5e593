package io.github.shapecheck.processor.read;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * The lints that {@code @SuppressWarnings("shapecheck:ID")} silences, on an element or on the
 * classes around it.
 */
final class Suppressed {
  private static final String PREFIX = "shapecheck:";

  private Suppressed() {}

  static Set<String> of(Element element) {
    Set<String> ids = new HashSet<>();
    Element around = element;
    while (around != null) {
      SuppressWarnings annotation = around.getAnnotation(SuppressWarnings.class);
      if (annotation != null) {
        for (String name : annotation.value()) {
          if (name.startsWith(PREFIX)) {
            ids.add(name.substring(PREFIX.length()));
          }
        }
      }
      around = around.getEnclosingElement();
    }
    return ids;
  }
}
