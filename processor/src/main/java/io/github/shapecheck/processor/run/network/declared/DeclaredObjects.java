package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.run.module.DeclaredObject;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.record.Recorder;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The annotated modules as objects of their programs, one each. */
public final class DeclaredObjects {
  private final Recorder recorder;
  private final Map<ModuleInstance, DeclaredObject> selves = new IdentityHashMap<>();

  public DeclaredObjects(Recorder recorder) {
    this.recorder = recorder;
  }

  /** What {@code self} is in a module's forward text. */
  public DeclaredObject of(ModuleInstance module) {
    DeclaredObject self = selves.get(module);
    if (self == null) {
      ClassObject plain = ClassObject.defined(module.declaration().name(), List.of());
      selves.put(module, new DeclaredObject(plain, module, Map.of())); // until its class is made
      self = new DeclaredType(recorder).object(module);
      for (ModuleInstance seen : self.owners().keySet()) {
        selves.put(seen, self);
      }
    }
    return self;
  }
}
