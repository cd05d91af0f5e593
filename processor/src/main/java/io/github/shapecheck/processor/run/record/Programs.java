package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.value.Value;
import java.util.Map;

/** Runs the forward passes of modules. */
@FunctionalInterface
public interface Programs {
  /** What a module makes of its variables, the first of its inputs among them. */
  Value forward(ModuleInstance module, Map<String, Value> variables, Value first);
}
