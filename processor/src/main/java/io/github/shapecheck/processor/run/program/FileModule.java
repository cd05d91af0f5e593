package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Python module that is read from its file: the variables of its text.
 *
 * @param name dotted
 */
public record FileModule(String name, Environment environment) implements Value.Reference {

  /** What {@code import *} takes. */
  public Map<String, Value> exported() {
    Map<String, Value> all = new LinkedHashMap<>();
    environment
        .variables()
        .forEach(
            (variable, value) -> {
              if (!variable.startsWith("_")) {
                all.put(variable, value);
              }
            });
    return all;
  }

  @Override
  public String describe() {
    return "the module " + name;
  }
}
