package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.program.statement.Executor;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import java.util.Map;

/** Runs the forward text of an annotated class, or its fields in source order if it has none. */
public final class ForwardText {
  private final Recorder recorder;
  private final ModuleInstance module;
  private final Frame frame;
  private final TextProgress progress;

  public ForwardText(
      Recorder recorder,
      ModuleInstance module,
      Map<String, Value> variables,
      TextProgress progress) {
    this.progress = progress;
    this.recorder = recorder;
    this.module = module;
    Environment environment = Environment.global();
    environment
        .variables()
        .put("self", NetworkHost.of(recorder).self(module)); // for functions that others call
    environment.variables().putAll(variables);
    this.frame = Frame.of(NetworkHost.of(recorder).machine(), module.source(), module, environment);
  }

  /** What it returns, else its last value. */
  public Value run(Value first) {
    if (module.declaration().forward().isEmpty()) {
      try {
        return fields(first);
      } catch (Raised raised) {
        NetworkHost.of(recorder).machine().report(raised, frame);
        return Value.UNKNOWN;
      }
    }
    Program program = module.declaration().forward().get().program();
    putDefaults(program);
    Scope.of(recorder, frame).reportSyntax(program);
    progress.enter(frame, first);
    try {
      return progress.leave(new Executor(frame).returned(program.statements()));
    } catch (Raised raised) {
      NetworkHost.of(recorder).machine().report(raised, frame);
      progress.leave(null);
      return Value.UNKNOWN;
    }
  }

  /** Inputs that the def line calls otherwise are matched in order. */
  private void putDefaults(Program program) {
    Map<String, Value> variables = frame.environment().variables();
    List<InputDeclaration> inputs = module.declaration().inputs();
    List<Parameter> parameters = program.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (variables.containsKey(parameter.name())) {
        continue;
      }
      Value input = i < inputs.size() ? variables.get(inputs.get(i).name()) : null;
      if (parameter.fallback() != null) {
        variables.put(parameter.name(), new Evaluator(frame).evaluate(parameter.fallback()));
      } else if (input != null) {
        variables.put(parameter.name(), input);
      }
    }
  }

  private Value fields(Value first) {
    Value value = first;
    for (FieldDeclaration field : module.declaration().fields()) {
      if (field.tensor().isPresent()) {
        continue;
      }
      int begin = recorder.steps.size();
      Value callee = new Members(recorder).resolve(module, field);
      if (!(callee instanceof Value.Unknown)) {
        value = NetworkHost.of(recorder).machine().call(frame, callee, Arguments.of(value), null);
      } else {
        value = Value.UNKNOWN;
      }
      recorder.name(begin, null);
    }
    return value;
  }
}
