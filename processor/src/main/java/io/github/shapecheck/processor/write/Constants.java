package io.github.shapecheck.processor.write;

import com.palantir.javapoet.FieldSpec;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The constants of a generated class: numbers of values in one sample, to be used as array sizes.
 */
final class Constants {
  private static final Dim BATCH = Dim.symbol("N");

  private Constants() {}

  static List<FieldSpec> of(ShapeReport report) {
    List<FieldSpec> fields = new ArrayList<>();
    for (int i = 0; i < report.inputs().size(); i++) {
      Shape shape = report.inputs().get(i).shape();
      add(fields, i == 0 ? "INPUT_SIZE" : "INPUT_" + i + "_SIZE", size(shape));
    }
    for (int i = 0; i < report.results().size(); i++) {
      Shape shape = report.results().get(i).shape();
      add(fields, i == 0 ? "OUTPUT_SIZE" : "OUTPUT_" + i + "_SIZE", size(shape));
    }
    return fields;
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

  private static void add(List<FieldSpec> fields, String name, Dim size) {
    if (size.isConstant() && size.value() >= 0 && size.value() <= Integer.MAX_VALUE) {
      fields.add(
          FieldSpec.builder(int.class, name)
              .addJavadoc("Values in one sample.\n")
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
              .initializer("$L", size.value())
              .build());
    }
  }
}
