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
}
