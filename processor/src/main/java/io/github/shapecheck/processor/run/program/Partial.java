package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;

/** {@code functools.partial}: a function with its first arguments. */
record Partial(Value function, Arguments arguments) implements Value.Reference {
  @Override
  public String describe() {
    return function.kind();
  }
}
