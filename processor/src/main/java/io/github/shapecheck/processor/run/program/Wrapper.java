package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;

/** A function in a class that is not a plain method. */
public record Wrapper(Kind what, Value function) implements Value.Reference {
  /** What a decorator made of it. */
  public enum Kind {
    PROPERTY,
    STATIC,
    CLASS
  }

  @Override
  public String describe() {
    return function.kind();
  }
}
