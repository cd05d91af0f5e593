package io.github.shapecheck.djl.operation;

import io.github.shapecheck.report.Step;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All layers and functions that can be run; {@code add_} is {@code add}. */
public final class Operations {
  /** Layers of PyTorch whose results share their operand's memory. */
  private static final Set<String> VIEWS =
      Set.of(
          "AlphaDropout",
          "Dropout",
          "Dropout1d",
          "Dropout2d",
          "Dropout3d",
          "FeatureAlphaDropout",
          "Flatten",
          "Identity",
          "Unflatten");

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
    Margins.fill(TABLE);
    Spectra.fill(TABLE);
    Frames.fill(TABLE);
    Joins.fill(TABLE);
    Diagonals.fill(TABLE);
    Scatters.fill(TABLE);
    Statistics.fill(TABLE);
    SpecialFunctions.fill(TABLE);
    Randoms.fill(TABLE);
    Matrices.fill(TABLE);
    Sampling.fill(TABLE);
    Einops.fill(TABLE);
    IndexedPools.fill(TABLE);
    Bags.fill(TABLE);
  }

  private Operations() {}

  /** The operation of a layer's type or a function's name. */
  public static Optional<Operation> of(String name) {
    Operation known = TABLE.get(name);
    boolean inPlace = known == null && name.endsWith("_");
    return Optional.ofNullable(inPlace ? TABLE.get(name.substring(0, name.length() - 1)) : known);
  }

  /**
   * The operation of a step. One that stands for a class of the user's gives what it was given, for
   * its forward pass has steps of its own; its name may be that of a layer of PyTorch.
   */
  public static Optional<Operation> of(Step step) {
    boolean own = step.layer().isPresent() && step.view() && !VIEWS.contains(step.op());
    return own ? Optional.of(Operation.of(Invocation::input)) : of(step.op());
  }

  static Set<String> names() {
    return Collections.unmodifiableSet(TABLE.keySet());
  }
}
