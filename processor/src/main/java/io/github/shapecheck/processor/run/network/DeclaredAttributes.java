package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.record.ModuleInstance;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.References;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** What a module that an annotated class declares has behind a dot, its methods not counted. */
record DeclaredAttributes(Recorder recorder) {
  /** A field, a parameter, or what every module can do; null for nothing. */
  @Nullable Value of(ModuleInstance module, String name) {
    Members members = new Members(recorder);
    Value member = members.find(module, name);
    if (member != null) {
      return member;
    }
    return switch (name) {
      case "forward" -> References.Modules.of(module);
      case "children" -> new Builtin(name, in -> members.children(module, false));
      case "named_children" -> new Builtin(name, in -> members.children(module, true));
      default -> ModuleMethods.withoutEffect(name, Network.of(recorder).self(module));
    };
  }
}
