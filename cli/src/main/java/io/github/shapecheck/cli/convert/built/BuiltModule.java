package io.github.shapecheck.cli.convert.built;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A module as its constructor left it; one that is found on two paths is one object. */
public final class BuiltModule {
  private final InstanceObject object;
  private final String path;
  private final Place place;
  private final @Nullable BuiltLayer layer;
  private final Map<String, Value> arguments;
  private final Map<String, Member> members = new LinkedHashMap<>();

  /**
   * A module without members yet.
   *
   * @param object what it is in the program
   * @param path the first on which it is found
   * @param place where it was made
   * @param layer what layer of torch.nn it is, null for others
   * @param arguments those of its constructor by name, as far as they were given
   */
  public BuiltModule(
      InstanceObject object,
      String path,
      Place place,
      @Nullable BuiltLayer layer,
      Map<String, Value> arguments) {
    this.object = object;
    this.path = path;
    this.place = place;
    this.layer = layer;
    this.arguments = arguments;
  }

  public ClassObject type() {
    return object.type();
  }

  /** What it is in the program, itself for a module that is none. */
  public InstanceObject object() {
    return object;
  }

  /** The first path on which it is found, as in the {@code state_dict}. */
  public String path() {
    return path;
  }

  /** Where it was made, as far as that is known. */
  public Place place() {
    return place;
  }

  /** The layer of torch.nn that it is, null for none. */
  public @Nullable BuiltLayer layer() {
    return layer;
  }

  /** The arguments of its constructor by name, as far as they were given. */
  public Map<String, Value> arguments() {
    return arguments;
  }

  /** What was set in it, in order; may be changed by who builds it. */
  public Map<String, Member> members() {
    return members;
  }
}
