package io.github.shapecheck.djl;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All layers and functions that can be run. */
final class Operations {
  private static final Map<String, Operation> TABLE = new HashMap<>();

  static {
    Elementwise.fill(TABLE);
    Reductions.fill(TABLE);
    Views.fill(TABLE);
    Products.fill(TABLE);
    Indexing.fill(TABLE);
    Creations.fill(TABLE);
    Resizing.fill(TABLE);
    Convolutions.fill(TABLE);
    Pads.fill(TABLE);
    Pools.fill(TABLE);
    Norms.fill(TABLE);
    Activations.fill(TABLE);
    Attention.fill(TABLE);
    Recurrent.fill(TABLE);
    Losses.fill(TABLE);
  }

  private Operations() {}

  static Optional<Operation> of(String name) {
    return Optional.ofNullable(TABLE.get(name));
  }

  static Set<String> names() {
    return Collections.unmodifiableSet(TABLE.keySet());
  }
}
