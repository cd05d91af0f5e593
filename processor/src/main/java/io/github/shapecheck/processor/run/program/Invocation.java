package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function that is not written in Python.
 *
 * @param frame who calls
 * @param span where the call stands, null for a call that stands nowhere
 */
public record Invocation(Frame frame, Arguments arguments, @Nullable Span span) {

  /** What evaluates. */
  public Machine machine() {
    return frame.machine();
  }

  /** The number of positional arguments. */
  public int size() {
    return arguments.positional().size();
  }

  /** A positional argument, beneath its class; an exception where it is missing. */
  public Value get(int index) {
    if (index >= size()) {
      throw machine().error("TypeError", "an argument is missing");
    }
    return InstanceObject.plain(arguments.positional().get(index));
  }

  /** A positional argument as it is. */
  public Value object(int index) {
    get(index);
    return arguments.positional().get(index);
  }

  /** A positional argument, else one by name, else another value. */
  public Value get(int index, String name, Value absent) {
    if (index < size()) {
      return get(index);
    }
    Value named = arguments.get(name);
    return named == null ? absent : InstanceObject.plain(named);
  }

  /** A keyword argument, else another value. */
  public Value named(String name, Value absent) {
    Value named = arguments.get(name);
    return named == null ? absent : named;
  }

  /** A string. */
  public String text(int index) {
    return text(get(index));
  }

  /** A value that must be a string. */
  public String text(Value value) {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    throw machine().unfit(value, "a string is needed, not " + value.kind());
  }

  /** An integer without free sizes. */
  public long integer(int index) {
    return integer(get(index));
  }

  /** A value that must be an integer without free sizes. */
  public long integer(Value value) {
    if (value instanceof Value.Bool flag) {
      return flag.value() ? 1 : 0;
    }
    Dim dim = value.dim();
    if (dim != null && dim.isConstant()) {
      return dim.value();
    }
    throw machine().unfit(value, "a plain integer is needed, not " + value.kind());
  }

  /** All items of an argument. */
  public List<Value> items(int index) {
    return machine().items(frame, object(index), span);
  }

  /** Calls a value. */
  public Value call(Value callee, Value... values) {
    return machine().call(frame, callee, Arguments.of(List.of(values)), span);
  }

  /** The truth of a value. */
  public boolean truth(Value value) {
    return machine().truth(frame, value, span);
  }
}
