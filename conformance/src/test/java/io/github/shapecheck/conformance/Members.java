package io.github.shapecheck.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects a drawn layer's attributes. */
final class Members {
  private final Map<String, Object> given = new LinkedHashMap<>();

  static Members of(String member, Object value) {
    return new Members().and(member, value);
  }

  Members and(String member, Object value) {
    given.put(member, value);
    return this;
  }

  /** Gives the member only where {@code drawn} says so, otherwise its default holds. */
  Members maybe(boolean drawn, String member, Object value) {
    return drawn ? and(member, value) : this;
  }

  Map<String, Object> map() {
    return given;
  }
}
