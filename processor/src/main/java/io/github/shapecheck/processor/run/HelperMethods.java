package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Executor;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Makes a class of the {@code def}s that stand beside a forward pass. */
final class HelperMethods {
  private final Recorder recorder;

  HelperMethods(Recorder recorder) {
    this.recorder = recorder;
  }

  /** The class of which a module's {@code self} is an object. */
  ClassObject typeOf(ModuleInstance module) {
    String name = module.declaration().name();
    List<Statement> methods =
        module.declaration().forward().stream()
            .map(forward -> forward.program())
            .map(Program::methods)
            .flatMap(List::stream)
            .map(Statement.class::cast)
            .toList();
    if (methods.isEmpty()) {
      return ClassObject.defined(name, List.of());
    }
    Environment environment = Environment.global();
    Frame frame = Frame.of(recorder.network.machine(), module.source(), module, environment);
    Span span = methods.get(0).span();
    Statement type = new Statement.ClassDef(name, List.of(), List.of(), methods, List.of(), span);
    new Executor(frame).returned(List.of(type));
    Value made = environment.variables().get(name);
    return made instanceof ClassObject defined ? defined : ClassObject.defined(name, List.of());
  }
}
