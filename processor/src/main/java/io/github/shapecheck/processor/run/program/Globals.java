package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code globals()}: a name of the file is evaluated when it is asked for. */
public final class Globals extends DictObject {
  private final Environment environment;

  public Globals(Environment environment) {
    this.environment = environment;
    environment.variables().forEach((name, value) -> super.put(new Value.Text(name), value));
  }

  @Override
  public @Nullable Value get(Value key) {
    Value known = super.get(key);
    return known == null && key instanceof Value.Text name ? environment.get(name.value()) : known;
  }

  @Override
  public void put(Value key, Value value) {
    super.put(key, value);
    if (key instanceof Value.Text name) {
      environment.put(name.value(), value);
    }
  }
}
