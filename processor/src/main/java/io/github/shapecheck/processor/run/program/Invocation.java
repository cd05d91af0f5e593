package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
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

  public Machine machine() {
    return frame.machine();
  }

  public int size() {
    return arguments.positional().size();
  }

  /** A positional argument, beneath its class; an exception where it is missing. */
  public Value get(int index) {
    if (index >= size()) {
      throw error("TypeError", "an argument is missing");
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

  public String text(int index) {
    return text(get(index));
  }

  /** A value that must be a string. */
  public String text(Value value) {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    throw unfit(value, "a string is needed, not " + value.kind());
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
    throw unfit(value, "a plain integer is needed, not " + value.kind());
  }

  public List<Value> items(int index) {
    return items(object(index));
  }

  public List<Value> items(Value value) {
    return machine().items(frame, value, span);
  }

  /** An attribute; an exception where there is none. */
  public Value attribute(Value target, String name) {
    return machine().attribute(frame, target, name, span);
  }

  /** An attribute, or null. */
  public @Nullable Value find(Value target, String name) {
    return machine().find(frame, target, name, span);
  }

  public Value call(Value callee, Value... values) {
    return call(callee, Arguments.of(List.of(values)));
  }

  /** Calls a value with arguments. */
  public Value call(Value callee, Arguments given) {
    return machine().call(frame, callee, given, span);
  }

  /** What an operation of the host's gives. */
  public Value operation(String name, Arguments given) {
    return machine().operation(frame, name, given, span);
  }

  /** Where the call stands. */
  public Place place() {
    return span == null ? Place.NONE : frame.place(span);
  }

  /** An exception of Python's, to be thrown. */
  public Raised error(String type, String message) {
    return machine().error(type, message);
  }

  /** An exception of Python's that is reported in a certain way, to be thrown. */
  public Raised error(String type, ProblemId id, String message) {
    return machine().error(type, id, message);
  }

  /** What ends a computation that cannot use a value, to be thrown. */
  public RuntimeException unfit(Value value, String message) {
    return machine().unfit(value, message);
  }

  public boolean truth(Value value) {
    return machine().truth(frame, value, span);
  }
}
