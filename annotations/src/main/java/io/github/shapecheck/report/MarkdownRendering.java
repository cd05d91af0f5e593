package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report as a Markdown section with one table. */
final class MarkdownRendering {
  private static final List<Column> COLUMNS =
      List.of(
          Column.LAYER,
          Column.TYPE,
          Column.FROM,
          Column.OUTPUT,
          Column.WEIGHTS,
          Column.PARAMS,
          Column.MACS,
          Column.MEMORY,
          Column.FIELD);

  private final ShapeReport report;

  MarkdownRendering(ShapeReport report) {
    this.report = report;
  }

  String text() {
    StringBuilder out = new StringBuilder("## ").append(escaped(report.model())).append("\n\n");
    out.append(row(COLUMNS.stream().map(Column::title).toList()));
    out.append(row(COLUMNS.stream().map(c -> c.isNumber() ? "---:" : "---").toList()));
    for (ModelInput input : report.inputs()) {
      out.append(row(COLUMNS.stream().map(c -> cell(input, c)).toList()));
    }
    for (Row row : Row.of(report, Integer.MAX_VALUE)) {
      out.append(row(COLUMNS.stream().map(c -> cell(row, c)).toList()));
    }
    Totals totals = report.totals();
    out.append(weights("parameters", totals.params()));
    out.append(totals.buffers().equals(Dim.of(0)) ? "" : weights("buffers", totals.buffers()));
    out.append("\n* MACs per sample: ").append(escaped(Numbers.both(totals.macs())));
    out.append("\n* memory: ").append(escaped(Numbers.memory(report)));
    for (ModelInput input : report.inputs()) {
      if (!input.accepts().isEmpty()) {
        out.append("\n* ").append(escaped(input.name())).append(" admits: ");
        out.append(
            input.accepts().stream().map(a -> "`" + a + "`").collect(Collectors.joining(" x ")));
      }
    }
    return out.append('\n').toString();
  }

  private static String weights(String title, Dim count) {
    return "\n* %s: %s, %s".formatted(title, escaped(Numbers.both(count)), Numbers.weights(count));
  }

  private static String cell(ModelInput input, Column column) {
    return switch (column) {
      case LAYER -> escaped(input.name());
      case TYPE -> "(input)";
      case OUTPUT -> code(input.shape().toString());
      default -> "";
    };
  }

  private static String cell(Row row, Column column) {
    String text = row.cell(column);
    return column == Column.OUTPUT || column == Column.WEIGHTS ? code(text) : escaped(text);
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String code(String text) {
    return text.isEmpty() || text.contains("`")
        ? escaped(text)
        : "`" + text.replace("|", "\\|") + "`";
  }

  /** The text with everything that Markdown or HTML reads as markup taken as it stands. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\n', '\r' -> out.append(' ');
        case '\\', '`', '*', '_', '|', '[', ']', '~', '#', '$', '!' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
