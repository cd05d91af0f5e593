package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;

/** {@code self} in the forward text of an annotated class. */
final class DeclaredObject extends InstanceObject {
  private final ModuleInstance instance;

  DeclaredObject(ClassObject type, ModuleInstance instance) {
    super(type);
    this.instance = instance;
  }

  ModuleInstance instance() {
    return instance;
  }

  @Override
  public String describe() {
    return "the module itself";
  }
}
