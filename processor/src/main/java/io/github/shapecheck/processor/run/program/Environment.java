package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.Code;
import io.github.shapecheck.processor.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Variables by name, and where to look for those that are not among them. */
public final class Environment {
  /** The name under which a class's body knows the class. */
  public static final String CLASS = "__class__";

  private final Map<String, Value> variables;
  private final @Nullable Environment enclosing;
  private final @Nullable Environment globals;
  private final Code.Names names;
  private final Kind kind;
  private @Nullable Consumer<String> loader;

  private enum Kind {
    PLAIN,
    COMPREHENSION,
    CLASS
  }

  private Environment(
      Map<String, Value> variables,
      @Nullable Environment enclosing,
      @Nullable Environment globals,
      Code.Names names,
      Kind kind) {
    this.kind = kind;
    this.variables = variables;
    this.enclosing = enclosing;
    this.globals = globals;
    this.names = names;
  }

  /** The variables of a module or of a forward pass. */
  public static Environment global() {
    return new Environment(new LinkedHashMap<>(), null, null, Code.Names.NONE, Kind.PLAIN);
  }

  /** The variables of a module of which each is made when somebody asks for it. */
  public static Environment lazy(Consumer<String> loader) {
    Environment environment = global();
    environment.loader = loader;
    return environment;
  }

  /** Variables of their own in front of these. */
  public Environment inner() {
    return inner(Code.Names.NONE);
  }

  /** The variables of a call of a function that was defined in this environment. */
  public Environment inner(Code.Names declared) {
    return new Environment(new HashMap<>(), this, globals(), declared, Kind.PLAIN);
  }

  /** The variables of a comprehension. */
  public Environment ofComprehension() {
    return new Environment(new HashMap<>(), this, globals(), Code.Names.NONE, Kind.COMPREHENSION);
  }

  /** The variables of a class's body, which functions in it do not see. */
  public Environment ofClass(Map<String, Value> members) {
    return new Environment(members, forFunctions(), globals(), Code.Names.NONE, Kind.CLASS);
  }

  public boolean isComprehension() {
    return kind == Kind.COMPREHENSION;
  }

  /** Where a function that is defined here looks for its names. */
  public Environment forFunctions() {
    return kind == Kind.CLASS && enclosing != null ? enclosing : this;
  }

  public Environment globals() {
    return globals == null ? this : globals;
  }

  /** The variables themselves; may be changed. */
  public Map<String, Value> variables() {
    return variables;
  }

  /** What encloses it, null for a module. */
  public @Nullable Environment enclosing() {
    return enclosing;
  }

  /** Whether a name is assigned here somewhere, though it has no value yet. */
  public boolean isUnbound(String name) {
    return names.local().contains(name) && !names.nonlocal().contains(name);
  }

  /** The value of a name, null where it has none. */
  public @Nullable Value get(String name) {
    if (names.global().contains(name)) {
      return globals().get(name);
    }
    Environment at = this;
    while (at != null) {
      Value value = at.own(name);
      if (value != null || at.isUnbound(name)) {
        return value;
      }
      at = at.enclosing;
    }
    return null;
  }

  private @Nullable Value own(String name) {
    Value value = variables.get(name);
    if (value == null && loader != null) {
      loader.accept(name);
      value = variables.get(name);
    }
    return value;
  }

  public void put(String name, Value value) {
    owner(name).variables.put(name, value);
  }

  /** Takes a name away and says whether it was there. */
  public boolean remove(String name) {
    return owner(name).variables.remove(name) != null;
  }

  private Environment owner(String name) {
    if (names.global().contains(name)) {
      return globals();
    }
    if (names.nonlocal().contains(name)) {
      for (Environment at = enclosing; at != null; at = at.enclosing) {
        if (at.variables.containsKey(name) || at.isUnbound(name)) {
          return at;
        }
      }
    }
    return this;
  }
}
