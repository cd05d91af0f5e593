package io.github.shapecheck.cli;

import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A model that fits in one line: what goes in, what comes out, how many parameters. */
final class Summary {
  private Summary() {}

  static String of(ShapeReport report) {
    Dim params = report.totals().params();
    return report.model()
        + " fits: "
        + join(report.inputs().stream().map(ModelInput::shape).toList())
        + " -> "
        + (report.outputs().isEmpty() ? "no tensor that is known" : join(report.outputs()))
        + ", "
        + (params.isConstant() ? String.format(Locale.ROOT, "%,d", params.value()) : params)
        + " parameters";
  }

  private static String join(List<Shape> shapes) {
    return shapes.stream().map(Shape::toString).collect(Collectors.joining(", "));
  }
}
