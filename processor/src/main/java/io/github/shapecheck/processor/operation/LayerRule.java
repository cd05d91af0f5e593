package io.github.shapecheck.processor.operation;

/** The rule of a layer: its constructor's checks, its weights and its application. */
@FunctionalInterface
public interface LayerRule extends Rule {
  /** Checks the declared numbers alone; done once for each declaration. */
  default void check(Call call) {}

  /**
   * The weights by PyTorch's names; numbers that are still to be inferred from an input, rule
   * infer-1, are unknown.
   */
  default Weights weights(Call call) {
    return Weights.NONE;
  }
}
