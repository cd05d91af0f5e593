package io.github.shapecheck.report.text;

import io.github.shapecheck.report.Conditions;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ModelOutput;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Tensor;
import io.github.shapecheck.shape.Condition;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines that {@link ReportWriter} writes. */
final class ReportReader {
  private String model = "";
  private String scope = "";
  private Conditions conditions = Conditions.NONE;
  private final List<ModelInput> inputs = new ArrayList<>();
  private final List<StepReader> steps = new ArrayList<>();
  private final List<Layer> unused = new ArrayList<>();
  private final List<ModelOutput> outputs = new ArrayList<>();

  ShapeReport report(String text) {
    String[] lines = text.split("\n");
    for (int i = 0; i < lines.length; i++) {
      try {
        line(lines[i]);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return ShapeReport.of(
        model, inputs, steps.stream().map(StepReader::step).toList(), outputs, unused, conditions);
  }

  private void line(String text) {
    LineScanner in = new LineScanner(text);
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    } else if (text.startsWith("  ") && !steps.isEmpty()) {
      steps.get(steps.size() - 1).detail(in);
    } else if (in.take("step")) {
      steps.add(new StepReader(scope, in));
    } else if (in.take("scope")) {
      scope = in.atEnd() ? "" : in.word();
    } else if (in.take("input")) {
      inputs.add(input(in));
    } else if (in.take("output")) {
      Operand.Reference from = new OperandReader(in).reference();
      in.skipSpace();
      outputs.add(new ModelOutput(from.name(), from.item(), in.shape()));
    } else if (in.take("unused")) {
      String path = in.word();
      in.skipSpace();
      unused.add(new Layer(path, in.word(), StepReader.weights(in)));
    } else if (in.take("where")) {
      conditions = new Conditions(Condition.parse(in.rest()), conditions.formulas());
    } else if (in.take("formulas")) {
      conditions = new Conditions(conditions.where(), Condition.parse(in.rest()));
    } else if (in.take("model")) {
      model = in.word();
    } else {
      throw in.error("expected model, input, where, formulas, scope, step, unused or output");
    }
    in.skipSpace();
    if (!in.atEnd()) {
      throw in.error("unexpected text");
    }
  }

  private static ModelInput input(LineScanner in) {
    String name = in.word();
    in.skipSpace();
    Tensor tensor = StepReader.tensor(in);
    List<String> accepts = in.take("accepts") ? List.of(in.rest().split("; ", -1)) : List.of();
    return new ModelInput(name, tensor.shape(), tensor.dtype(), accepts);
  }
}
