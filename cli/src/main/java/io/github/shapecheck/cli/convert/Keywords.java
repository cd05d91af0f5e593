package io.github.shapecheck.cli.convert;

import java.util.Map;
import java.util.stream.Collectors;

/** Names with values as {@code with} and calls have them. */
final class Keywords {
  private Keywords() {}

  static String of(Map<String, String> values, String equals) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + equals + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
