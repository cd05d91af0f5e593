package io.github.shapecheck.processor.write;

import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;

/**
 * The constants of a generated class: numbers of values in one sample, to be used as array sizes.
 */
final class Constants {
  private static final Dim BATCH = Dim.symbol("N");

  private Constants() {}

  static void add(StringBuilder out, ShapeReport report) {
    for (int i = 0; i < report.inputs().size(); i++) {
      Shape shape = report.inputs().get(i).shape();
      add(out, i == 0 ? "INPUT_SIZE" : "INPUT_" + i + "_SIZE", size(shape));
    }
    for (int i = 0; i < report.results().size(); i++) {
      Shape shape = report.results().get(i).shape();
      add(out, i == 0 ? "OUTPUT_SIZE" : "OUTPUT_" + i + "_SIZE", size(shape));
    }
  }

  /** The values of one sample, whatever N is. */
  private static Dim size(Shape shape) {
    try {
      Dim numel = shape.numel();
      return numel.dividedBy(BATCH).orElse(numel);
    } catch (ArithmeticException overflow) {
      return Dim.unknown();
    }
  }

  private static void add(StringBuilder out, String name, Dim size) {
    if (size.isConstant() && size.value() >= 0 && size.value() <= Integer.MAX_VALUE) {
      out.append("  /**\n   * Values in one sample.\n   */\n  public static final int ");
      out.append(name).append(" = ").append(size.value()).append(";\n\n");
    }
  }
}
