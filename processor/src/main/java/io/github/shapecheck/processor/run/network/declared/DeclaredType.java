package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.module.DeclaredObject;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.statement.Executor;
import io.github.shapecheck.processor.run.record.Applications;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.value.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Python class of an annotated class: the {@code def}s that stand beside its forward pass
 * and, where its text asks for {@code super()}, the class of its superclass.
 */
public final class DeclaredType {
  private final Recorder recorder;
  private final Map<ModuleInstance, ClassObject> owners = new IdentityHashMap<>();

  DeclaredType(Recorder recorder) {
    this.recorder = recorder;
  }

  /** What {@code self} is in a module's forward text. */
  DeclaredObject object(ModuleInstance module) {
    return new DeclaredObject(type(module), module, owners);
  }

  private ClassObject type(ModuleInstance module) {
    ModuleInstance parent = module.asSuperclass();
    ClassObject base = parent == null ? null : type(parent);
    if (parent != null && base != null) {
      Builtin.define(base, "forward", in -> forward(parent, in));
    }
    ClassObject type = defined(module, base);
    owners.put(module, type);
    return type;
  }

  private Value forward(ModuleInstance parent, Invocation in) {
    return new Applications(Scope.of(recorder, in.frame()))
        .superclass(parent, in.arguments().rest());
  }

  private ClassObject defined(ModuleInstance module, @Nullable ClassObject base) {
    String path = module.declaration().name();
    String name = path.substring(path.lastIndexOf('.') + 1);
    List<ClassObject> bases = base == null ? List.of() : List.of(base);
    List<Statement> methods =
        module.declaration().forward().isEmpty()
            ? List.of()
            : List.copyOf(module.declaration().forward().get().program().methods());
    if (methods.isEmpty()) {
      return ClassObject.defined(name, bases);
    }
    Environment environment = Environment.global();
    Frame frame =
        Frame.of(NetworkHost.of(recorder).machine(), module.source(), module, environment);
    new Executor(frame).returned(beside(module));
    Span span = methods.get(0).span();
    bases.forEach(each -> environment.put(each.name(), each));
    List<Expression> written =
        bases.stream().map(each -> (Expression) new Expression.Name(each.name(), span)).toList();
    Statement type = new Statement.ClassDef(name, written, List.of(), methods, List.of(), span);
    new Executor(frame).returned(List.of(type));
    Value made = environment.variables().get(name);
    return made instanceof ClassObject defined ? defined : ClassObject.defined(name, bases);
  }

  /** The functions, classes and imports that stand beside the methods, for all of them. */
  private static List<Statement> beside(ModuleInstance module) {
    return module.declaration().forward().stream()
        .flatMap(forward -> forward.program().statements().stream())
        .filter(statement -> statement.span().start() == 0)
        .filter(
            statement ->
                statement instanceof Statement.FunctionDef
                    || statement instanceof Statement.ClassDef
                    || statement instanceof Statement.Import
                    || statement instanceof Statement.ImportFrom)
        .toList();
  }
}
