package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.value.Value;

/** {@code super()}: an object, or a class, seen from behind one of its classes. */
public record SuperObject(ClassObject owner, Value self) implements Value.Reference {
  @Override
  public String describe() {
    return "super()";
  }
}
