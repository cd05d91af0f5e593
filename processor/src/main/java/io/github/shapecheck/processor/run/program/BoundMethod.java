package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.value.Value;

/** A function whose first argument is an object already. */
public record BoundMethod(Value function, Value self) implements Typed {
  @Override
  public ClassObject type() {
    return Types.METHOD;
  }

  @Override
  public String describe() {
    return function.kind();
  }
}
