package io.github.shapecheck.processor.run.program.expression;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.SuperObject;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what {@code super()} and {@code super(C, self)} stand for. */
record Superclasses(Frame frame) {
  Value of(Arguments arguments) {
    List<Value> given = arguments.positional();
    if (given.size() >= 2 && given.get(0) instanceof ClassObject owner) {
      return of(owner, given.get(1));
    }
    FunctionObject method = frame.function();
    Environment environment = frame.environment();
    Value self = method == null ? null : self(method, environment);
    for (FunctionObject outer = method;
        outer != null && (outer.owner() == null || self == null);
        outer = outer.home().function()) {
      method = outer.home().function();
      self = method == null ? null : self(method, outer.home().environment());
    }
    if (method == null || method.owner() == null || self == null) {
      Value hosts = frame.machine().host().superOf(frame);
      if (hosts != null) {
        return hosts;
      }
      throw frame.machine().error("RuntimeError", "super() stands in no method of a class");
    }
    return of(method.owner(), self);
  }

  private Value of(ClassObject owner, Value self) {
    ClassObject type = self instanceof ClassObject own ? own : frame.machine().type(self);
    return type.order().contains(owner) ? new SuperObject(owner, self) : error(owner, self);
  }

  private Value error(ClassObject owner, Value self) {
    throw frame
        .machine()
        .unfit(self, self.kind() + " is no " + owner.name() + ", so super() has no meaning");
  }

  private static @Nullable Value self(FunctionObject method, Environment environment) {
    return method.code().parameters().isEmpty()
        ? null
        : environment.get(method.code().parameters().get(0).name());
  }
}
