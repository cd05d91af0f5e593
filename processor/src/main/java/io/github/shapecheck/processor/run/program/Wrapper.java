package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;

/** A function in a class that is not a plain method. */
public record Wrapper(Kind what, Value function) implements Value.Reference {
  /** What a decorator made of it. */
  public enum Kind {
    PROPERTY,
    /** A property whose value is kept. */
    CACHED,
    STATIC,
    CLASS
  }

  /** Whether it is not written in Python. */
  public boolean isBuiltin() {
    return function instanceof Builtin;
  }

  @Override
  public String describe() {
    return function.kind();
  }
}
