package io.github.shapecheck.djl.libtorch;

import io.github.shapecheck.djl.operation.Mutations;
import io.github.shapecheck.report.Argument;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ModelOutput;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the steps of a report as a function in TorchScript, of the inputs and the weights. */
public final class ScriptWriter {
  private final Map<String, List<String>> variables = new HashMap<>();
  private final Map<String, String> weights = new LinkedHashMap<>();
  private final Map<String, Long> sizes;
  private final boolean training;

  private ScriptWriter(Map<String, Long> sizes, boolean training) {
    this.sizes = sizes;
    this.training = training;
  }

  /**
   * The source of the function.
   *
   * @param names of the weights, which are its arguments after the inputs
   */
  public static String write(
      ShapeReport report, List<String> names, Map<String, Long> sizes, boolean training) {
    return new ScriptWriter(sizes, training).write(report, names);
  }

  private String write(ShapeReport report, List<String> names) {
    List<String> arguments = new ArrayList<>();
    for (ModelInput input : report.inputs()) {
      arguments.add("x" + arguments.size());
      variables.put(input.name(), List.of("x" + (arguments.size() - 1)));
    }
    for (String name : names) {
      weights.put(name, "w" + weights.size());
    }
    arguments.addAll(weights.values());
    StringBuilder text =
        new StringBuilder(
            Templates.functions() + "\ndef f(" + String.join(", ", arguments) + "):\n");
    Mutations mutations = new Mutations(report);
    for (int i = 0; i < report.steps().size(); i++) {
      Step step = report.steps().get(i);
      List<String> results = new ArrayList<>();
      for (int item = 0; item < step.results().size(); item++) {
        results.add("v" + i + "_" + item);
      }
      StepWriter writer = new StepWriter(step, this);
      text.append(writer.write(results).indent(2));
      variables.put(step.name(), results);
      for (Operand.Reference changed : mutations.rebound(i)) {
        List<String> all =
            new ArrayList<>(variables.getOrDefault(changed.name(), List.of(variable(changed))));
        all.set(changed.item(), results.get(0));
        variables.put(changed.name(), all);
      }
    }
    List<String> results = new ArrayList<>();
    for (ModelOutput output : report.results()) {
      results.add(variable(new Operand.Reference(output.from(), output.item())));
    }
    return text.append("  return [").append(String.join(", ", results)).append("]\n").toString();
  }

  boolean isTraining() {
    return training;
  }

  Map<String, Long> sizes() {
    return sizes;
  }

  String weight(String name) {
    String variable = weights.get(name);
    if (variable == null) {
      throw new IllegalArgumentException("no weight " + name);
    }
    return variable;
  }

  String variable(Operand.Reference reference) {
    List<String> values = variables.get(reference.name());
    return values == null ? weight(reference.name()) : values.get(reference.item());
  }

  /** The values of a step's parameters by PyTorch's names. */
  static Map<String, Operand> operands(Step step) {
    Map<String, Operand> operands = new LinkedHashMap<>();
    for (List<Argument> given : List.of(step.attributes(), step.arguments())) {
      operands.putAll(
          given.stream()
              .collect(
                  Collectors.toMap(
                      Argument::name, Argument::value, (a, b) -> b, LinkedHashMap::new)));
    }
    return operands;
  }
}
