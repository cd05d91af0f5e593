package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.List;

/** All layers and functions under test. */
final class Kinds {
  private Kinds() {}

  static List<Kind> all() {
    List<Kind> kinds = new ArrayList<>();
    kinds.addAll(Convolutions.kinds());
    kinds.addAll(TransposedConvolutions.kinds());
    kinds.addAll(Pools.kinds());
    kinds.addAll(SizedPools.kinds());
    kinds.addAll(Linears.kinds());
    kinds.addAll(Norms.kinds());
    kinds.addAll(ShapeNorms.kinds());
    kinds.addAll(Embeddings.kinds());
    kinds.addAll(Pads.kinds());
    kinds.addAll(Resizing.kinds());
    return kinds;
  }
}
