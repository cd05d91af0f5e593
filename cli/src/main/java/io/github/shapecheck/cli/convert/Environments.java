package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the variables of the Python files stand for. */
final class Environments {
  private final Map<Origin, FunctionObject> byFile = new HashMap<>();

  Environments(Collection<ClassObject> types) {
    for (ClassObject type : types) {
      for (ClassObject each : type.order()) {
        each.members().values().forEach(this::add);
      }
    }
  }

  /** Notes the file of a function. */
  void add(Value value) {
    if (value instanceof FunctionObject function) {
      byFile.putIfAbsent(function.home().source().origin(), function);
    }
  }

  /** What a name stands for in a file; null where it is none of the file's. */
  @Nullable Value get(Definition in, String name) {
    FunctionObject function = byFile.get(in.file());
    return function == null ? null : function.home().environment().get(name);
  }
}
