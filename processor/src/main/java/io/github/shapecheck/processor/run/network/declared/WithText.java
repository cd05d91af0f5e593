package io.github.shapecheck.processor.run.network.declared;

import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.python.parser.KeywordArguments;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Source;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Computes what {@code with} and {@code @Params} say from the parameters around them. */
public record WithText(Recorder recorder) {
  /** The values of {@code with}, by name, over the enclosing module's parameters. */
  Map<String, Value> evaluate(ModuleInstance module, KeywordArguments keywords, Place place) {
    if (keywords.isEmpty()) {
      return Map.of();
    }
    Map<String, Value> values = new LinkedHashMap<>();
    if (keywords.error().isPresent() || !keywords.required().isEmpty()) {
      String why = keywords.error().orElse("every name needs a value");
      report(module, ProblemId.WITH, place, "cannot read \"" + keywords.text() + "\": " + why);
      return values;
    }
    for (Map.Entry<String, Expression> keyword : keywords.values().entrySet()) {
      values.put(keyword.getKey(), evaluate(module, keyword.getValue(), place, Map.of()));
    }
    return values;
  }

  private Value evaluate(
      ModuleInstance module, Expression expression, Place place, Map<String, Value> before) {
    Environment environment = Environment.global();
    environment.variables().putAll(module.parameters());
    environment.variables().putAll(before);
    Source source = new Source(place.origin(), null);
    Frame frame = Frame.of(NetworkHost.of(recorder).machine(), source, module, environment);
    try {
      return ImmutableValues.of(new Evaluator(frame).evaluate(expression));
    } catch (Raised raised) {
      NetworkHost.of(recorder).machine().report(raised, frame);
      return Value.UNKNOWN;
    }
  }

  /** A module's parameters: those that are given, the defaults of the others. */
  public Map<String, Value> parameters(
      ModuleInstance user,
      String name,
      KeywordArguments declared,
      Map<String, Value> given,
      Place place) {
    Map<String, Value> values = new HashMap<>();
    List<String> known = new ArrayList<>(declared.required());
    known.addAll(declared.values().keySet());
    List<String> free = new ArrayList<>(known);
    free.removeAll(given.keySet());
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        String near = NearestName.suggestion(key, free);
        report(user, ProblemId.WITH, place, name + " has no parameter " + key + near);
      }
    }
    for (String required : declared.required()) {
      Value value = given.get(required);
      if (value == null) {
        report(user, ProblemId.WITH, place, name + " needs a value for its parameter " + required);
      }
      values.put(required, value == null ? Value.UNKNOWN : value);
    }
    for (Map.Entry<String, Expression> other : declared.values().entrySet()) {
      Value value = given.get(other.getKey());
      values.put(
          other.getKey(), value == null ? evaluate(user, other.getValue(), place, values) : value);
    }
    return values;
  }

  private void report(ModuleInstance module, ProblemId id, Place place, String message) {
    recorder.blame.report(Problem.of(id, place, message), module.uses());
  }
}
