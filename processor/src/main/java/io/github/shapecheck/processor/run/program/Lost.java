package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;

/** Ends what cannot be computed, since a value that it needs is not known. */
public final class Lost extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Value value;

  public Lost(Value value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** What is known of the result. */
  public Value value() {
    return value;
  }
}
