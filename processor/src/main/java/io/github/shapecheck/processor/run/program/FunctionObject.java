package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.Code;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function that the program defines: a {@code def} or a {@code lambda}. */
public final class FunctionObject implements Typed {
  private final Code code;
  private final Map<String, Value> defaults;
  private final Frame home;
  private final Environment closure;
  private final Map<String, Value> attributes = new HashMap<>();
  private @Nullable ClassObject owner;

  public FunctionObject(Code code, Map<String, Value> defaults, Frame home, Environment closure) {
    this.code = code;
    this.defaults = defaults;
    this.home = home;
    this.closure = closure;
  }

  public String name() {
    return code.name();
  }

  public Code code() {
    return code;
  }

  public Map<String, Value> defaults() {
    return defaults;
  }

  /** Where it was defined. */
  public Frame home() {
    return home;
  }

  /** Where it looks for names that are not its own. */
  public Environment closure() {
    return closure;
  }

  public Map<String, Value> attributes() {
    return attributes;
  }

  /** The class in whose body it stands, null for none. */
  public @Nullable ClassObject owner() {
    return owner;
  }

  public void ownedBy(ClassObject type) {
    owner = owner == null ? type : owner;
  }

  @Override
  public ClassObject type() {
    return Types.FUNCTION;
  }

  @Override
  public String describe() {
    return "the function " + code.name();
  }
}
