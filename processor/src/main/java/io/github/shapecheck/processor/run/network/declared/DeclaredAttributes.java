package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.run.module.DeclaredObject;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.network.torch.TorchClasses;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** What a module that an annotated class declares has behind a dot, its methods not counted. */
public record DeclaredAttributes(Recorder recorder) {
  /** What modules have as the others see them, functions of their text too; null for nothing. */
  public @Nullable Value of(References.Modules modules, String name) {
    if (modules.instances().size() != 1) {
      return null;
    }
    ModuleInstance module = modules.instances().get(0);
    Value member = of(module, name);
    DeclaredObject self = NetworkHost.of(recorder).self(module);
    boolean own = self.attributes().containsKey(name) || self.type().find(name) != null;
    if (member != null && !self.attributes().containsKey(name) || !own) {
      return member;
    }
    Machine machine = NetworkHost.of(recorder).machine();
    Frame frame = Frame.of(machine, module.source(), module, Environment.global());
    return machine.find(frame, self, name, null);
  }

  /** A field, a parameter, or what every module can do; null for nothing. */
  public @Nullable Value of(ModuleInstance module, String name) {
    Members members = new Members(recorder);
    Value member = members.find(module, name);
    if (member != null) {
      return member;
    }
    return switch (name) {
      case "forward" -> References.Modules.of(module);
      case "children" -> new Builtin(name, in -> members.children(module, false));
      case "named_children" -> new Builtin(name, in -> members.children(module, true));
      case "_modules" -> members.modules(module);
      default -> TorchClasses.withoutEffect(name, NetworkHost.of(recorder).self(module));
    };
  }
}
