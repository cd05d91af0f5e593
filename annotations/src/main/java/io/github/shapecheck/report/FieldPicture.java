package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Map;

/** Draws the receptive field of a step's middle value on the input, where both are known. */
final class FieldPicture {
  private static final double LARGEST = 150;

  private FieldPicture() {}

  /** The SVG, free sizes being as given, or "" where sizes are not numbers. */
  static String svg(ShapeReport report, Map<String, Dim> sizes, Step step) {
    if (step.field().isEmpty() || step.results().isEmpty()) {
      return "";
    }
    ReceptiveField field = step.field().get().with(sizes);
    int axes = field.size().size();
    for (ModelInput input : report.inputs()) {
      Shape shape = input.shape().with(sizes);
      if (shape.rank() > axes && input.dtype().startsWith("float")) {
        List<Dim> plane = shape.dims().subList(shape.rank() - axes, shape.rank());
        boolean known =
            plane.stream().allMatch(Dim::isConstant)
                && field.size().stream().allMatch(Dim::isConstant);
        return known ? draw(plane, field, step.output().with(sizes)) : "";
      }
    }
    return "";
  }

  private static String draw(List<Dim> plane, ReceptiveField field, Shape output) {
    int axes = plane.size();
    double width = plane.get(axes - 1).value();
    double height = axes == 1 ? Math.max(1, width / 12) : plane.get(axes - 2).value();
    double scale = LARGEST / Math.max(width, height);
    double w = field.size().get(axes - 1).value();
    double h = axes == 1 ? height : field.size().get(axes - 2).value();
    double x = start(field, axes - 1, axes, output, width);
    double y = axes == 1 ? 0 : start(field, axes - 2, axes, output, height);
    return "<svg class=\"field\" width=\""
        + Html.px(width * scale + 60)
        + "\" height=\""
        + Html.px(height * scale + 60)
        + "\" role=\"img\" aria-label=\"Receptive field\">"
        + rect("plane", 30, 30, width * scale, height * scale)
        + rect("view", 30 + x * scale, 30 + y * scale, w * scale, h * scale)
        + "</svg>";
  }

  /** Where the field of the middle value begins, or centred where its place is not known. */
  private static double start(
      ReceptiveField field, int axis, int axes, Shape output, double plane) {
    double size = field.size().get(axis).value();
    boolean placed =
        field.offset().size() == axes
            && field.offset().get(axis).isConstant()
            && field.jump().get(axis).isConstant()
            && output.rank() > axes
            && output.dim(output.rank() - axes + axis).isConstant();
    if (!placed) {
      return (plane - size) / 2;
    }
    long middle = (output.dim(output.rank() - axes + axis).value() - 1) / 2;
    double center = field.offset().get(axis).value() + middle * field.jump().get(axis).value();
    return center + 0.5 - size / 2;
  }

  private static String rect(String style, double x, double y, double width, double height) {
    return "<rect class=\""
        + style
        + "\" x=\""
        + Html.px(x)
        + "\" y=\""
        + Html.px(y)
        + "\" width=\""
        + Html.px(width)
        + "\" height=\""
        + Html.px(height)
        + "\"/>";
  }
}
