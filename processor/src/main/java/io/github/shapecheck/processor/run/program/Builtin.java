package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;

/** A function that is not written in Python. */
public record Builtin(String name, Native body) implements Value.Reference {
  @Override
  public String describe() {
    return "the function " + name;
  }
}
