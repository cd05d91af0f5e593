package io.github.shapecheck.report.text;

import io.github.shapecheck.report.Argument;
import io.github.shapecheck.report.Derivation;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ModelOutput;
import io.github.shapecheck.report.ReceptiveField;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.report.Tensor;
import io.github.shapecheck.report.Weight;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a report line by line. */
final class ReportWriter {
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final OperandText text = new OperandText(line);
  private String scope = "";

  List<String> lines(ShapeReport report) {
    line.append("model ");
    text.word(report.model());
    end();
    for (ModelInput input : report.inputs()) {
      input(input);
    }
    condition("where ", report.conditions().where());
    condition("formulas ", report.conditions().formulas());
    Set<String> used = new HashSet<>();
    for (Step step : report.steps()) {
      used.add(step.owner());
      scope(step.scope());
      step(step);
      details(step);
    }
    for (Layer layer : report.layers()) {
      if (!used.contains(layer.path())) {
        line.append("unused ");
        text.word(layer.path());
        line.append(' ');
        text.word(layer.type());
        weights(layer.weights());
        end();
      }
    }
    for (ModelOutput output : report.results()) {
      line.append("output ");
      text.reference(output.from(), output.item());
      line.append(' ').append(output.shape());
      end();
    }
    return lines;
  }

  private void end() {
    lines.add(line.toString().replace('\n', ' '));
    line.setLength(0);
  }

  private void input(ModelInput input) {
    line.append("input ");
    text.word(input.name());
    line.append(' ');
    tensor(new Tensor(input.shape(), input.dtype()));
    if (!input.accepts().isEmpty()) {
      line.append(" accepts ").append(String.join("; ", input.accepts()));
    }
    end();
  }

  private void condition(String word, Condition condition) {
    if (!condition.equals(Condition.always())) {
      line.append(word).append(condition);
      end();
    }
  }

  private void scope(String now) {
    if (!now.equals(scope)) {
      scope = now;
      line.append("scope");
      if (!now.isEmpty()) {
        line.append(' ');
        text.word(now);
      }
      end();
    }
  }

  private void step(Step step) {
    line.append("step ");
    text.word(step.name());
    line.append(' ');
    if (step.layer().isPresent()) {
      text.word(step.layer().get());
      line.append(':');
      text.word(step.op());
      arguments(step.attributes());
    } else {
      text.word(step.op());
    }
    arguments(step.arguments());
    line.append(step.view() ? " -> view " : " -> ");
    line.append(step.tuple() ? "(" : step.results().isEmpty() ? "None" : "");
    for (int i = 0; i < step.results().size(); i++) {
      line.append(i == 0 ? "" : ", ");
      tensor(step.results().get(i));
    }
    line.append(step.tuple() ? ")" : "");
    weights(step.weights());
    end();
  }

  private void arguments(List<Argument> arguments) {
    line.append('(');
    for (int i = 0; i < arguments.size(); i++) {
      line.append(i == 0 ? "" : ", ");
      String name = arguments.get(i).name();
      if (!name.equals(ReportText.UNNAMED)) {
        line.append(name).append('='); // a parameter may be called nan
      }
      text.value(arguments.get(i).value());
    }
    line.append(')');
  }

  private void tensor(Tensor tensor) {
    line.append(tensor.shape());
    if (!tensor.dtype().equals(ReportText.DTYPE)) {
      line.append(" of ");
      text.word(tensor.dtype());
    }
    if (!tensor.times().equals(Dim.of(1))) {
      line.append(" times [").append(tensor.times()).append(']');
    }
  }

  private void weights(List<Weight> weights) {
    for (int i = 0; i < weights.size(); i++) {
      Weight weight = weights.get(i);
      line.append(i == 0 ? " with " : ", ").append(weight.trainable() ? "" : "buffer ");
      text.word(weight.name());
      line.append(' ').append(weight.shape());
    }
  }

  private void details(Step step) {
    if (step.line().isPresent()) {
      line.append("  at ");
      text.word(step.line().get().text());
      line.append(' ').append(step.line().get().number());
      end();
    }
    if (!step.owner().equals(step.layer().orElse(""))) {
      line.append("  owner ");
      text.word(step.owner());
      end();
    }
    if (!step.macs().isConstant() || step.macs().value() != 0) {
      line.append("  macs ").append(step.macs());
      end();
    }
    if (step.field().isPresent()) {
      ReceptiveField field = step.field().get();
      line.append("  field ").append(field.size());
      line.append(" jump ").append(field.jump()).append(" offset ").append(field.offset());
      end();
    }
    for (Derivation derivation : step.derivation()) {
      line.append("  because ").append(derivation);
      end();
    }
  }
}
