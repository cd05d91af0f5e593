package io.github.shapecheck.shape;

import java.util.Map;

/** Values for symbols. */
@FunctionalInterface
interface Assignment {
  long of(Symbol symbol);

  static Assignment of(Map<String, Long> values) {
    return symbol -> {
      Long value = values.get(symbol.name);
      if (value == null) {
        throw new IllegalArgumentException("no value for " + symbol.name);
      }
      return value;
    };
  }
}
