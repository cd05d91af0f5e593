package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;

/** A function whose first argument is an object already. */
public record BoundMethod(Value function, Value self) implements Value.Reference {
  @Override
  public String describe() {
    return function.kind();
  }
}
