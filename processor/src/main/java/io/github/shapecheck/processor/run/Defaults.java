package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** Gives the parameters of a pasted {@code def} line their values where the caller gave none. */
final class Defaults {
  private Defaults() {}

  /** Whether the def line has a default for the parameter. */
  static boolean has(ModuleDeclaration module, String name) {
    return module.forward().stream()
        .flatMap(forward -> forward.program().parameters().stream())
        .anyMatch(parameter -> parameter.name().equals(name) && parameter.fallback() != null);
  }

  /** Puts the defaults; inputs that the def line calls otherwise are matched in order. */
  static void put(Program program, Frame frame, Evaluator evaluator) {
    List<InputDeclaration> inputs = frame.module().declaration().inputs();
    List<Parameter> parameters = program.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (frame.variables.containsKey(parameter.name())) {
        continue;
      }
      Value input = i < inputs.size() ? frame.variables.get(inputs.get(i).name()) : null;
      if (parameter.fallback() != null) {
        frame.variables.put(parameter.name(), evaluator.evaluate(parameter.fallback()));
      } else if (input != null) {
        frame.variables.put(parameter.name(), input);
      }
    }
  }
}
