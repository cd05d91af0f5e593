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
    kinds.addAll(Rearrangements.kinds());
    kinds.addAll(Activations.kinds());
    kinds.addAll(Distances.kinds());
    kinds.addAll(Recurrences.kinds());
    kinds.addAll(Cells.kinds());
    kinds.addAll(Losses.kinds());
    kinds.addAll(ClassLosses.kinds());
    kinds.addAll(EmbeddingLosses.kinds());
    kinds.addAll(AdaptiveSoftmaxes.kinds());
    kinds.addAll(Attention.kinds());
    kinds.addAll(Transformers.kinds());
    kinds.addAll(Reshapes.kinds());
    kinds.addAll(Orders.kinds());
    kinds.addAll(Joins.kinds());
    kinds.addAll(Broadcasts.kinds());
    kinds.addAll(MatrixProducts.kinds());
    kinds.addAll(LinearAlgebra.kinds());
    kinds.addAll(Spectra.kinds());
    kinds.addAll(Reductions.kinds());
    kinds.addAll(Subscripts.kinds());
    kinds.addAll(Indices.kinds());
    kinds.addAll(Equations.kinds());
    kinds.addAll(LayerFunctions.kinds());
    return kinds;
  }
}
