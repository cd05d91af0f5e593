package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a report as the JSON that the contract fixes: its keys, their order, one step a line. */
final class JsonRendering {
  private final ShapeReport report;

  JsonRendering(ShapeReport report) {
    this.report = report;
  }

  String text() {
    Totals totals = report.totals();
    return "{\"model\": "
        + quoted(report.model())
        + ",\n \"inputs\": "
        + lines(report.inputs(), this::input, 12)
        + ",\n \"steps\": "
        + lines(report.steps(), this::step, 11)
        + ",\n \"outputs\": "
        + list(report.outputs(), JsonRendering::shape)
        + ",\n \"totals\": {\"params\": "
        + dim(totals.params())
        + ", \"macs\": "
        + dim(totals.macs())
        + "}}\n";
  }

  private String input(ModelInput input) {
    return "{\"name\": "
        + quoted(input.name())
        + ", \"shape\": "
        + shape(input.shape())
        + ", \"accepts\": "
        + list(input.accepts(), JsonRendering::quoted)
        + "}";
  }

  private String step(Step step) {
    return "{\"name\": "
        + quoted(step.name())
        + ", \"layer\": "
        + step.layer().map(JsonRendering::quoted).orElse("null")
        + ", \"op\": "
        + quoted(step.op())
        + ", \"from\": "
        + list(step.from(), JsonRendering::quoted)
        + ", \"output\": "
        + output(step)
        + ", \"weights\": "
        + weights(step, true)
        + buffers(step)
        + ", \"params\": "
        + dim(step.params())
        + ", \"macs\": "
        + dim(step.macs())
        + step.field().map(JsonRendering::field).orElse("")
        + "}";
  }

  private static String output(Step step) {
    if (step.tuple()) {
      return list(step.outputs(), JsonRendering::shape) + ", \"tuple\": true";
    }
    return step.results().isEmpty() ? "null" : shape(step.output());
  }

  private static String weights(Step step, boolean trainable) {
    return step.weights().stream()
        .filter(w -> w.trainable() == trainable)
        .map(w -> quoted(w.name()) + ": " + shape(w.shape()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String buffers(Step step) {
    boolean none = step.weights().stream().allMatch(Weight::trainable);
    return none ? "" : ", \"buffers\": " + weights(step, false);
  }

  private static String field(ReceptiveField field) {
    return ", \"receptiveField\": "
        + list(field.size(), JsonRendering::dim)
        + ", \"jump\": "
        + list(field.jump(), JsonRendering::ratio);
  }

  private static String shape(Shape shape) {
    return list(shape.dims(), JsonRendering::dim);
  }

  static String dim(Dim dim) {
    return dim.isConstant() ? Long.toString(dim.value()) : quoted(dim.toString());
  }

  /** A number where decimal digits are exact, else text. */
  private static String ratio(Ratio ratio) {
    if (!ratio.isConstant() || Long.bitCount(ratio.denominator()) != 1) {
      return quoted(ratio.toString());
    }
    return ratio.denominator() == 1 ? dim(ratio.numerator()) : Double.toString(ratio.value());
  }

  private static <T> String list(List<T> items, Function<T, String> form) {
    return items.stream().map(form).collect(Collectors.joining(", ", "[", "]"));
  }

  private static <T> String lines(List<T> items, Function<T, String> form, int indent) {
    return items.stream()
        .map(form)
        .collect(Collectors.joining(",\n" + " ".repeat(indent), "[", "]"));
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
