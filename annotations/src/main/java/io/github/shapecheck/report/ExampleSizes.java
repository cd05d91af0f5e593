package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses numbers for free sizes, so that a model without fixed sizes can be drawn. */
final class ExampleSizes {
  private static final long USUAL = 64;
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:\\.\\.(\\d*)(?:/(\\d+))?)?.*");

  private ExampleSizes() {}

  /** A number for each free size: one sample, and about {@value #USUAL} where that is admitted. */
  static Map<String, Long> sizes(ShapeReport report) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String symbol : report.symbols()) {
      sizes.put(symbol, symbol.equals("N") ? 1 : USUAL);
    }
    for (ModelInput input : report.inputs()) {
      Shape shape = input.shape();
      for (int axis = 0; axis < Math.min(shape.rank(), input.accepts().size()); axis++) {
        String text = shape.dim(axis).toString();
        if (sizes.containsKey(text) && !text.equals("N")) {
          sizes.put(text, usual(input.accepts().get(axis)));
        }
      }
    }
    return sizes;
  }

  private static long usual(String ranges) {
    Matcher range = RANGE.matcher(ranges);
    if (!range.matches()) {
      return USUAL;
    }
    long from = Long.parseLong(range.group(1));
    if (range.group(2) == null) {
      return from;
    }
    long step = range.group(3) == null ? 1 : Math.max(1, Long.parseLong(range.group(3)));
    long size = from >= USUAL ? from : from + (USUAL - from + step - 1) / step * step;
    return range.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(range.group(2)));
  }

  static Map<String, Dim> dims(Map<String, Long> sizes) {
    Map<String, Dim> dims = new LinkedHashMap<>();
    sizes.forEach((name, size) -> dims.put(name, Dim.of(size)));
    return dims;
  }
}
