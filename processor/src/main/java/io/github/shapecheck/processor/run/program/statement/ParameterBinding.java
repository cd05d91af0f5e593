package io.github.shapecheck.processor.run.program.statement;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the arguments of a call to the parameters of a function that the program defines. */
final class ParameterBinding {
  private final Machine machine;
  private final Frame caller;
  private final FunctionObject function;
  private final List<Parameter> parameters;

  ParameterBinding(Machine machine, Frame caller, FunctionObject function) {
    this.machine = machine;
    this.caller = caller;
    this.function = function;
    this.parameters = function.code().parameters();
  }

  void bind(Arguments arguments, Environment into) {
    Map<String, Value> values = new HashMap<>();
    List<Value> positional = arguments.positional();
    int next = 0;
    boolean takesAll = false;
    DictObject others = null;
    for (Parameter parameter : parameters) {
      switch (parameter.kind()) {
        case POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD -> {
          if (next < positional.size()) {
            values.put(parameter.name(), positional.get(next++));
          }
        }
        case VAR_POSITIONAL -> {
          int from = Math.min(next, positional.size());
          List<Value> rest = new ArrayList<>(positional.subList(from, positional.size()));
          values.put(parameter.name(), new Value.Sequence(rest, true));
          takesAll = true;
        }
        case VAR_KEYWORD -> {
          others = new DictObject();
          values.put(parameter.name(), others);
        }
        case KEYWORD_ONLY -> {}
      }
    }
    if (next < positional.size() && !takesAll) {
      throw tooMany(positional.size());
    }
    for (Arguments.Named named : arguments.named()) {
      name(named, values, others);
    }
    defaults(values);
    values.forEach(into::put);
  }

  private void name(
      Arguments.Named named,
      Map<String, Value> values,
      @org.jspecify.annotations.Nullable DictObject others) {
    for (Parameter parameter : parameters) {
      boolean takesIt =
          parameter.kind() == Parameter.Kind.POSITIONAL_OR_KEYWORD
              || parameter.kind() == Parameter.Kind.KEYWORD_ONLY;
      if (takesIt && parameter.name().equals(named.name())) {
        if (values.put(named.name(), named.value()) != null) {
          throw machine.error(
              "TypeError",
              ProblemId.ARGUMENT_COUNT,
              function.name() + " is given " + named.name() + " twice, by its place and its name");
        }
        return;
      }
    }
    if (others == null) {
      throw machine.error(
          "TypeError",
          ProblemId.UNKNOWN_ARGUMENT,
          "%s has no argument %s%s"
              .formatted(
                  function.name(),
                  named.name(),
                  machine.host().hint(caller, function, named.name())));
    }
    others.put(named.name(), named.value());
  }

  private void defaults(Map<String, Value> values) {
    for (Parameter parameter : parameters) {
      if (values.containsKey(parameter.name())) {
        continue;
      }
      Value fallback = function.defaults().get(parameter.name());
      if (fallback == null) {
        throw machine.error(
            "TypeError",
            ProblemId.MISSING_ARGUMENT,
            function.name() + " needs an argument for " + parameter.name());
      }
      values.put(parameter.name(), fallback);
    }
  }

  private Raised tooMany(int given) {
    boolean method = !parameters.isEmpty() && parameters.get(0).name().equals("self");
    List<String> names =
        parameters.stream()
            .filter(parameter -> parameter.kind() != Parameter.Kind.VAR_KEYWORD)
            .map(Parameter::name)
            .skip(method ? 1 : 0)
            .toList();
    return machine.error(
        "TypeError",
        ProblemId.ARGUMENT_COUNT,
        "%s takes %s%s but receives %s"
            .formatted(
                function.name(),
                names.size() == 1 ? "1 argument" : names.size() + " arguments",
                names.isEmpty() ? "" : " (" + String.join(", ", names) + ")",
                given - (method ? 1 : 0)));
  }
}
