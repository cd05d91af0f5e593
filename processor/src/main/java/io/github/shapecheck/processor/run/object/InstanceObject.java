package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a class: its attributes by name. */
public class InstanceObject implements Value.Reference {
  private final ClassObject type;
  private final Map<String, Value> attributes = new LinkedHashMap<>();
  private @Nullable Value base;
  private @Nullable Given given;

  /** The arguments of a constructor. */
  public record Given(List<Value> positional, Map<String, Value> named) {}

  /** An object without attributes. */
  public InstanceObject(ClassObject type) {
    this.type = type;
  }

  public final ClassObject type() {
    return type;
  }

  /** Its own attributes; may be changed, but by {@link #set} where somebody may look on. */
  public final Map<String, Value> attributes() {
    return attributes;
  }

  /** An object of the same class without attributes, for a copy. */
  public InstanceObject emptyCopy() {
    return new InstanceObject(type);
  }

  public void set(String name, Value value) {
    attributes.put(name, value);
  }

  /** Deletes an attribute. */
  public void delete(String name) {
    attributes.remove(name);
  }

  /** The list, dict, tuple, string or number that it is too, null for none. */
  public final @Nullable Value base() {
    return base;
  }

  /** Makes it a list, a dict, a tuple, a string or a number too. */
  public final InstanceObject withBase(@Nullable Value other) {
    base = other;
    return this;
  }

  /** What its constructor was given; null where nothing called one. */
  public final @Nullable Given madeOf() {
    return given;
  }

  /** Notes what its constructor was given. */
  public final void makeOf(@Nullable Given arguments) {
    given = arguments;
  }

  /** What a value is beneath its class: of a subclass of {@code list} the list. */
  public static Value plain(Value value) {
    return value instanceof InstanceObject instance && instance.base != null
        ? instance.base
        : value;
  }

  @Override
  public String describe() {
    return "a " + type.name();
  }
}
