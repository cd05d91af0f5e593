package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Value;

/** The shape rule of an operation: from its arguments to its value. */
@FunctionalInterface
public interface Rule {
  /**
   * Checks the arguments and computes the result. What does not fit is reported to the call, and
   * the result is then what the operation declares, or sizes that are unknown.
   */
  Value apply(Call call);

  /** Checks the numbers alone: once for each declaration of a layer, at each call of a function. */
  default void check(Call call) {}

  /**
   * A layer's weights by PyTorch's names; numbers that are still to be inferred from an input, rule
   * infer-1, are unknown.
   */
  default Weights weights(Call call) {
    return Weights.NONE;
  }

  /** The rule of the form that writes into its first operand: {@code add_}. */
  default Rule inPlace() {
    return this;
  }
}
