package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A function or class that is written in Python, in a module of the processor's own that is read
 * once it is called.
 */
public record Written(String module, String name) implements Native {
  public static Builtin named(String module, String name) {
    return new Builtin(name, new Written(module, name));
  }

  @Override
  public Value call(Invocation in) {
    return in.call(in(in.frame()), in.arguments());
  }

  private Value in(Frame frame) {
    Value found = frame.machine().bundled(frame, module, name);
    if (found == null) {
      throw new IllegalStateException(module + ".py has no " + name);
    }
    return found;
  }

  /** The class of which a function is written; null for what is none. */
  public static @Nullable ClassObject type(Frame frame, Value value) {
    boolean written = value instanceof Builtin builtin && builtin.body() instanceof Written;
    return written && ((Written) ((Builtin) value).body()).in(frame) instanceof ClassObject type
        ? type
        : null;
  }
}
