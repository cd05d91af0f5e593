package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;

/** How statements end other than by coming to the next one. */
public sealed interface Flow {
  /** {@code break}. */
  record Break() implements Flow {}

  /** {@code continue}. */
  record Continue() implements Flow {}

  /** {@code return value}. */
  record Return(Value value) implements Flow {}
}
