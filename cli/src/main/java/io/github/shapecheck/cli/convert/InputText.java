package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An input as {@code @Input}. */
final class InputText {
  private static final Map<DType, String> TYPES =
      Map.of(
          DType.FLOAT64, "double",
          DType.INT64, "long",
          DType.INT32, "int",
          DType.INT16, "short",
          DType.INT8, "byte",
          DType.BOOL, "boolean");

  private InputText() {}

  static JavaAnnotation of(InputDeclaration input) {
    List<String> sizes = new ArrayList<>();
    for (Dim dim : input.sample().dims()) {
      sizes.add(dim.isConstant() ? dim.toString() : "-1");
    }
    JavaAnnotation annotation = new JavaAnnotation("Input");
    annotation.put("value", "{" + String.join(", ", sizes) + "}");
    if (!input.name().equals("x")) {
      annotation.put("name", JavaText.quoted(input.name()));
    }
    if (input.batchAxis() != 0) {
      annotation.put("batchAxis", Integer.toString(input.batchAxis()));
    }
    if (input.dtype() != DType.FLOAT32) {
      String type = TYPES.get(input.dtype());
      if (type == null) {
        String why = "@Input has no type for " + input.dtype().torchName();
        throw new Refusal(Place.NONE, why);
      }
      annotation.put("dtype", type + ".class");
    }
    return annotation;
  }
}
