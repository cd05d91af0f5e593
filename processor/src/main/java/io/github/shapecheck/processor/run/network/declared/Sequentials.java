package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.SequentialDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.SyntaxError;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.network.torch.ContainerMethods;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.network.torch.Registration;
import io.github.shapecheck.processor.run.network.torch.TorchClasses;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Source;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.library.StandardLibrary;
import io.github.shapecheck.processor.run.record.Outputs;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.value.Value;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the {@code nn.Sequential} of a field whose layers are written as calls. */
public record Sequentials(Recorder recorder) {
  /** Makes it, and hands on the modules that are made with it. */
  Value resolve(ModuleInstance module, FieldDeclaration field, String path, Consumer<Value> taker) {
    SequentialDeclaration declared = field.sequential().orElseThrow();
    ModuleObject made = new ModuleObject(type(module, field, path));
    SequentialClasses classes = new SequentialClasses(recorder, module);
    boolean whole = true;
    boolean building = recorder.setBuilding(true);
    try {
      for (int i = 0; i < declared.items().size(); i++) {
        String name = declared.items().get(i).name(i);
        ModuleObject item = item(classes, module, declared.items().get(i), path + "." + name);
        whole &= item != null;
        if (item != null && declared.items().size() == 1 && isField(item)) {
          made = item;
        } else if (item != null) {
          made.set(name, item);
        }
      }
    } finally {
      recorder.setBuilding(building);
    }
    new Registration(recorder).registerField(made, path, module);
    classes.resolve(taker);
    return whole ? made : Value.UNKNOWN;
  }

  /**
   * What no annotation is, a list, a dict or a layer of normalized weights, is the field itself.
   */
  private static boolean isField(ModuleObject item) {
    return item.making() != null && !item.tensors().isEmpty()
        || item.type() == TorchClasses.named(item.type().name())
            && item.type().name().matches("(Module|Parameter)(List|Dict)");
  }

  /** The class, which holds the field to its {@code @Output}. */
  private ClassObject type(ModuleInstance module, FieldDeclaration field, String path) {
    if (field.output().isEmpty()) {
      return TorchClasses.SEQUENTIAL;
    }
    ClassObject type = ClassObject.builtin("Sequential", TorchClasses.SEQUENTIAL);
    Builtin.define(
        type,
        "forward",
        in -> {
          Value value = ContainerMethods.forward(in);
          if (in.object(0) == module.members().get(field.name())) { // not a slice of it
            Outputs.check(Scope.of(recorder, in.frame()), field, path, value);
          }
          return value;
        });
    return type;
  }

  private @Nullable ModuleObject item(
      SequentialClasses classes,
      ModuleInstance module,
      SequentialDeclaration.Item item,
      String path) {
    Expression call = call(module, item, path);
    if (call == null) {
      return null;
    }
    Environment environment = Environment.global();
    environment.variables().putAll(module.parameters());
    environment.variables().putIfAbsent("OrderedDict", StandardLibrary.ORDERED_DICT);
    item.classes()
        .forEach(
            (name, qualified) -> {
              if (TorchClasses.named(name) == null) {
                ClassObject type = classes.named(name, qualified, item.origin());
                environment.variables().putIfAbsent(name, type);
              }
            });
    Source source = new Source(item.origin(), null);
    Frame frame = Frame.of(NetworkHost.of(recorder).machine(), source, module, environment);
    try {
      Value value = new Evaluator(frame).evaluate(call);
      if (value instanceof ModuleObject made) {
        return made;
      }
      if (!(value instanceof Value.Unknown)) {
        report(module, item, ProblemId.ARGUMENT, path + " is no layer but " + value.kind());
      }
    } catch (Raised raised) {
      NetworkHost.of(recorder).machine().report(raised, frame);
    }
    return null;
  }

  private @Nullable Expression call(
      ModuleInstance module, SequentialDeclaration.Item item, String path) {
    Program program = item.program();
    if (!program.syntaxErrors().isEmpty()) {
      SyntaxError error = program.syntaxErrors().get(0);
      report(module, item, ProblemId.SYNTAX, path + ": " + error.told());
      return null;
    }
    if (item.call().isPresent()) {
      return item.call().get();
    }
    report(module, item, ProblemId.SYNTAX, path + " is no call such as Linear(64, 256)");
    return null;
  }

  private void report(
      ModuleInstance module, SequentialDeclaration.Item item, ProblemId id, String message) {
    recorder.blame.report(Problem.of(id, Place.of(item.origin()), message), module.uses());
  }
}
