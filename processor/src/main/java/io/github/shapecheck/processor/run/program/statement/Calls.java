package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Flow;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Limits;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Partial;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Source;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.type.Enumerations;
import io.github.shapecheck.processor.run.program.type.TypeConstructors;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Calls what can be called. */
public final class Calls {
  private final Machine machine;
  private int depth;

  Calls(Machine machine) {
    this.machine = machine;
  }

  Value call(Frame frame, Value callee, Arguments arguments, @Nullable Span span) {
    if (callee instanceof FunctionObject function) {
      return function(frame, function, arguments, span);
    }
    if (callee instanceof BoundMethod bound) {
      return call(frame, bound.function(), arguments.after(bound.self(), null), span);
    }
    if (callee instanceof Builtin builtin) {
      return builtin.body().call(new Invocation(frame, arguments, span));
    }
    if (callee instanceof ClassObject type) {
      return construct(frame, type, arguments, span);
    }
    boolean foreign =
        callee instanceof Opaque opaque && opaque.isOfLibrary() && arguments.holdTensors();
    if (callee instanceof Value.Unknown || callee instanceof Opaque && !foreign) {
      return callee;
    }
    if (callee instanceof Partial partial) {
      return call(frame, partial.function(), partial.arguments().and(arguments), span);
    }
    if (callee instanceof InstanceObject instance) {
      Value method = instance.type().find("__call__");
      if (method != null) {
        return call(frame, method, arguments.after(instance, null), span);
      }
    }
    if (callee instanceof Wrapper wrapper) {
      return call(frame, wrapper.function(), arguments, span);
    }
    Value value = machine.host().call(frame, callee, arguments, span);
    if (value != null) {
      return value;
    }
    throw machine.error("TypeError", ProblemId.NOT_CALLABLE, callee.kind() + " cannot be called");
  }

  private Value function(
      Frame frame, FunctionObject function, Arguments arguments, @Nullable Span span) {
    Environment variables = function.closure().inner(function.code().names());
    new ParameterBinding(machine, frame, function).bind(arguments, variables);
    Frame home = function.home();
    Queue<Value> yielded = function.code().generator() ? new ArrayDeque<>() : null;
    Object module = machine.host().moduleOf(frame, function, arguments);
    Source source = home.source().calledFrom(frame.place(span == null ? Machine.NOWHERE : span));
    Frame inner = new Frame(machine, source, module, variables, function, yielded);
    if (yielded != null) {
      return new Generator(inner, function.code().body(), body -> next(function, body)).object();
    }
    enter(function);
    try {
      Flow flow = new Executor(inner).block(function.code().body());
      return flow instanceof Flow.Return returned ? returned.value() : Value.NONE;
    } finally {
      leave();
    }
  }

  private @Nullable Value next(FunctionObject function, Resumable body) {
    enter(function);
    try {
      return body.next();
    } finally {
      leave();
    }
  }

  /** Begins to carry out a function's body; an exception where too many others have not ended. */
  private void enter(FunctionObject function) {
    machine.step();
    if (depth++ >= Limits.DEEPEST) {
      depth--;
      throw Raised.limit(
          "RecursionError",
          function.name() + " calls itself more than " + Limits.DEEPEST + " deep");
    }
  }

  private void leave() {
    depth--;
  }

  private Value construct(Frame frame, ClassObject type, Arguments arguments, @Nullable Span span) {
    if (type.isSubclassOf(Types.ENUM) && !arguments.positional().isEmpty()) {
      return Enumerations.of(machine, frame, type, arguments.positional().get(0));
    }
    Value maker = type.find("__new__");
    Value initializer = type.find("__init__");
    boolean own = !type.isBuiltin() && initializer instanceof FunctionObject;
    boolean empty = own && maker instanceof Builtin && TypeConstructors.isContainer(type);
    Arguments given = empty ? Arguments.NONE : arguments;
    Value made =
        maker == null
            ? new InstanceObject(type)
            : call(frame, maker, given.after(type, null), span);
    if (!type.isBuiltin() && !(made instanceof InstanceObject) && !isGone(made)) {
      made = new InstanceObject(type).withBase(made);
    }
    if (initializer instanceof FunctionObject written
        && !written.home().source().isLibrary()
        && made instanceof InstanceObject instance) {
      Map<String, Value> named = new LinkedHashMap<>();
      arguments.named().forEach(one -> named.put(one.name(), one.value()));
      instance.makeOf(new InstanceObject.Given(arguments.positional(), named));
    }
    if (initializer != null && made instanceof InstanceObject instance) {
      call(frame, initializer, arguments.after(instance, null), span);
    } else if (initializer == null
        && maker == Types.OBJECT.find("__new__")
        && !arguments.positional().isEmpty()) {
      throw machine.error(
          "TypeError", ProblemId.ARGUMENT_COUNT, type.name() + " takes no arguments");
    }
    return made;
  }

  private static boolean isGone(Value value) {
    return value instanceof Value.Unknown || value instanceof Opaque;
  }
}
