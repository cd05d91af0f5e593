package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.value.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code globals()} and a module's {@code __dict__}: names are evaluated when asked for. */
public final class Globals extends DictObject {
  private final Function<String, @Nullable Value> names;
  private final Environment environment;

  /** The names of a library, and those that are put in. */
  public Globals(Library library) {
    this.names = library.members();
    this.environment = Environment.global();
  }

  public Globals(Environment environment) {
    this.names = environment::get;
    this.environment = environment;
    environment.variables().forEach((name, value) -> super.put(new Value.Text(name), value));
  }

  @Override
  public @Nullable Value get(Value key) {
    Value known = super.get(key);
    return known == null && key instanceof Value.Text name ? names.apply(name.value()) : known;
  }

  @Override
  public void put(Value key, Value value) {
    super.put(key, value);
    if (key instanceof Value.Text name) {
      environment.put(name.value(), value);
    }
  }
}
