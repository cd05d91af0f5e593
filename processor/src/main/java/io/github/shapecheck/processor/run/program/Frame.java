package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A piece of program while it is evaluated.
 *
 * @param module what the host knows of the network's module that it belongs to
 * @param function the function of which it is a call, null for others
 * @param yielded what it yielded and nobody took yet, null for what is no generator
 */
public record Frame(
    Machine machine,
    Source source,
    Object module,
    Environment environment,
    @Nullable FunctionObject function,
    @Nullable Queue<Value> yielded) {

  /** The frame of a text that is no function. */
  public static Frame of(Machine machine, Source source, Object module, Environment environment) {
    return new Frame(machine, source, module, environment, null, null);
  }

  /** The place of a stretch of its text. */
  public Place place(Span span) {
    return source.place(span);
  }

  /** What the method of that name gives which a value's class has; null where it has none. */
  public @Nullable Value special(Value self, String name, @Nullable Span span, Value... others) {
    Value method = self instanceof InstanceObject instance ? instance.type().find(name) : null;
    if (method == null) {
      return null;
    }
    List<Value> arguments = new ArrayList<>(List.of(self));
    arguments.addAll(List.of(others));
    return machine.call(this, method, Arguments.of(arguments), span);
  }

  /** The same piece with other variables, which may see its own. */
  public Frame with(Environment other) {
    return new Frame(machine, source, module, other, function, yielded);
  }
}
