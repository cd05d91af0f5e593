package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import java.util.Map;

/** {@code self} in the forward text of an annotated class. */
public final class DeclaredObject extends InstanceObject {
  private final ModuleInstance instance;
  private final Map<ModuleInstance, ClassObject> owners;

  public DeclaredObject(
      ClassObject type, ModuleInstance instance, Map<ModuleInstance, ClassObject> owners) {
    super(type);
    this.instance = instance;
    this.owners = owners;
  }

  public ModuleInstance instance() {
    return instance;
  }

  /** The module itself and as each superclass sees it, with the class whose text that runs. */
  public Map<ModuleInstance, ClassObject> owners() {
    return owners;
  }

  @Override
  public String describe() {
    return "the module itself";
  }
}
