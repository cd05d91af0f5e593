package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.python.Bindings;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.FileModule;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Value;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Imports modules and what is in them. */
final class Imports {
  /** Modules that are there, though nothing of them is evaluated; others may be missing. */
  private static final Set<String> INSTALLED =
      Set.of(
          """
          os sys re json time random string warnings logging pathlib argparse inspect pickle io glob
          shutil datetime struct csv numpy torch torchvision urllib zipfile tempfile threading queue
          hashlib platform subprocess traceback uuid importlib gc typing
          """
              .split("\\s+"));

  private final Frame frame;
  private final Machine machine;

  Imports(Frame frame) {
    this.frame = frame;
    this.machine = frame.machine();
  }

  @Nullable Flow run(Statement.Import imports) {
    for (Statement.Imported imported : imports.names()) {
      Value module = module(imported.name(), 0);
      String alias = imported.alias();
      int dot = imported.name().indexOf('.');
      if (alias != null && dot >= 0 && module instanceof Library) {
        module = named(imported.name(), module);
      }
      if (alias == null && dot >= 0) {
        module = module(imported.name().substring(0, dot), 0);
      }
      frame.environment().put(Bindings.alias(imported), module);
    }
    return null;
  }

  @Nullable Flow run(Statement.ImportFrom imports) {
    boolean folder = imports.module().isEmpty();
    Value module = folder ? null : module(imports.module(), imports.level());
    for (Statement.Imported imported : imports.names()) {
      if (imported.name().equals("*")) {
        module = module == null ? module(imports.module(), imports.level()) : module;
        all(module).forEach(frame.environment()::put);
        continue; // a file's own star imports are looked into when a name is asked for
      }
      String inner = ".".repeat(imports.level()) + imports.module() + (folder ? "" : ".");
      // a folder may hold files without being a file itself
      Value value =
          folder || module instanceof Opaque
              ? machine.host().library(frame, inner + imported.name())
              : null;
      if (value == null) {
        module = module == null ? module(imports.module(), imports.level()) : module;
        value = machine.find(frame, module, imported.name(), imported.span());
      }
      value = value == null ? machine.host().library(frame, inner + imported.name()) : value;
      if (value == null) {
        String why =
            (module == null ? "the folder" : module.kind())
                + " has no "
                + imported.name()
                + machine.host().hint(frame, module, imported.name());
        machine.reportOrThrow(machine.error("ImportError", why), frame, imported.span());
      }
      String alias = imported.alias();
      frame
          .environment()
          .put(alias == null ? imported.name() : alias, value == null ? Value.UNKNOWN : value);
    }
    return null;
  }

  /** {@code import a.b as c} gives what a calls b: a function that hides its module, if so. */
  private Value named(String name, Value module) {
    int dot = name.lastIndexOf('.');
    Value outer = machine.host().library(frame, name.substring(0, dot));
    Value member = outer == null ? null : machine.find(frame, outer, name.substring(dot + 1), null);
    return member == null ? module : member;
  }

  private static Map<String, Value> all(Value module) {
    return module instanceof FileModule file ? file.exported() : Map.of();
  }

  private Value module(String name, int level) {
    Value library = machine.host().library(frame, ".".repeat(level) + name);
    if (library == null && level > 0) {
      throw machine.error(
          "ImportError",
          "there is no module " + ".".repeat(level) + name + " below the folders that are read");
    }
    if (library != null) {
      return library;
    }
    if (machine.handlers() > 0 && !INSTALLED.contains(name.split("\\.")[0])) {
      throw machine.error("ImportError", "there may be no module " + name);
    }
    return INSTALLED.contains(name.split("\\.")[0])
        ? new Opaque("the module " + name + ", which is not evaluated")
        : Opaque.missing(name);
  }
}
