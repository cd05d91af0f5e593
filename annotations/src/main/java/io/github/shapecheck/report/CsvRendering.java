package io.github.shapecheck.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the steps of a report as comma-separated values (RFC 4180), one step a line. */
final class CsvRendering {
  private static final String HEADER =
      "name,layer,op,from,output,weights,params,macs,receptive_field,jump,offset,activation_bytes,derivation";

  private final ShapeReport report;

  CsvRendering(ShapeReport report) {
    this.report = report;
  }

  String text() {
    StringBuilder out = new StringBuilder(HEADER).append("\r\n");
    for (Step step : report.steps()) {
      out.append(line(step)).append("\r\n");
    }
    return out.toString();
  }

  private static String line(Step step) {
    List<String> cells =
        List.of(
            step.name(),
            step.layer().orElse(""),
            step.op(),
            joined(step.from()),
            joined(step.outputs()),
            step.weights().stream()
                .map(w -> w.name() + " " + w.shape())
                .collect(Collectors.joining("; ")),
            step.params().toString(),
            step.macs().toString(),
            field(step, ReceptiveField::size),
            field(step, ReceptiveField::jump),
            field(step, ReceptiveField::offset),
            step.activationBytes().toString(),
            joined(step.derivation()));
    return cells.stream().map(CsvRendering::cell).collect(Collectors.joining(","));
  }

  private static String joined(List<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining("; "));
  }

  private static String field(Step step, Function<ReceptiveField, List<?>> part) {
    return step.field().map(part).map(CsvRendering::joined).orElse("");
  }

  /** The cell quoted where needed, and nothing that a spreadsheet would run as a formula. */
  static String cell(String text) {
    boolean number = text.matches("-?[0-9]+");
    String safe = !number && text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
