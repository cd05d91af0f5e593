package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.ClassObject;

/** A function that is not written in Python. */
public record Builtin(String name, Native body) implements Typed {
  public static void define(ClassObject type, String name, Native body) {
    type.members().put(name, new Builtin(name, body));
  }

  @Override
  public ClassObject type() {
    return Types.FUNCTION;
  }

  @Override
  public String describe() {
    return "the function " + name;
  }
}
