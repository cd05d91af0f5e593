package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.value.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Python module.
 *
 * @param name dotted
 * @param members what it holds by name, null for what it does not
 */
public record Library(String name, Function<String, @Nullable Value> members) implements Typed {
  @Override
  public ClassObject type() {
    return Types.MODULE;
  }

  @Override
  public String describe() {
    return "the module " + name;
  }
}
