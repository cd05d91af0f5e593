package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Lays a report out as a table of fixed width. */
final class TableRendering {
  private static final String GAP = "  ";
  private static final int NARROWEST = 5;

  private final ShapeReport report;
  private final TableOptions options;

  TableRendering(ShapeReport report, TableOptions options) {
    this.report = report;
    this.options = options;
  }

  String text() {
    List<Row> rows = Row.of(report, options.depth());
    List<String[]> lines = lines(rows, Row::cell);
    if (excess(widths(lines)) > 0) {
      lines = lines(rows, Row::brief);
    }
    int[] widths = fit(lines);
    String rule = "-".repeat(Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1));
    StringBuilder out = new StringBuilder(plain(report.model())).append('\n');
    for (int i = 0; i < lines.size(); i++) {
      out.append(line(lines.get(i), widths)).append('\n');
      if (i == 0 || i == lines.size() - 1) {
        out.append(rule).append('\n');
      }
    }
    return out.append(summary()).toString();
  }

  private List<String[]> lines(List<Row> rows, BiFunction<Row, Column, String> cell) {
    List<String[]> lines = new ArrayList<>();
    lines.add(options.columns().stream().map(Column::title).toArray(String[]::new));
    for (ModelInput input : report.inputs()) {
      lines.add(cells(input));
    }
    for (Row row : rows) {
      lines.add(
          options.columns().stream().map(c -> plain(cell.apply(row, c))).toArray(String[]::new));
    }
    return lines;
  }

  private String[] cells(ModelInput input) {
    return options.columns().stream()
        .map(
            column ->
                switch (column) {
                  case LAYER -> plain(input.name());
                  case TYPE -> "(input)";
                  case OUTPUT -> plain(input.shape().toString());
                  default -> "";
                })
        .toArray(String[]::new);
  }

  private int[] widths(List<String[]> lines) {
    int[] widths = new int[options.columns().size()];
    for (String[] line : lines) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], line[c].length());
      }
    }
    return widths;
  }

  private int excess(int[] widths) {
    return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - options.width();
  }

  /** The columns' widths: as wide as their cells, the widest text cut until the table fits. */
  private int[] fit(List<String[]> lines) {
    int[] widths = widths(lines);
    for (int excess = excess(widths); excess > 0; excess--) {
      int widest = -1;
      for (int c = 0; c < widths.length; c++) {
        boolean text = !options.columns().get(c).isNumber();
        if (text && widths[c] > NARROWEST && (widest < 0 || widths[c] > widths[widest])) {
          widest = c;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private String line(String[] cells, int[] widths) {
    StringBuilder out = new StringBuilder();
    for (int c = 0; c < cells.length; c++) {
      String cell = cut(cells[c], widths[c]);
      String space = " ".repeat(widths[c] - cell.length());
      boolean right = options.columns().get(c).isNumber();
      out.append(c == 0 ? "" : GAP).append(right ? space + cell : cell + space);
    }
    return out.toString().stripTrailing();
  }

  private static String cut(String cell, int width) {
    return cell.length() <= width ? cell : cell.substring(0, width - 2) + "..";
  }

  private String summary() {
    Totals totals = report.totals();
    StringBuilder out = new StringBuilder();
    out.append(weights("parameters   ", totals.params()));
    out.append(
        totals.buffers().equals(Dim.of(0)) ? "" : weights("buffers      ", totals.buffers()));
    out.append("MACs         ").append(Numbers.both(totals.macs())).append(" per sample\n");
    out.append("memory       ").append(Numbers.memory(report)).append('\n');
    for (ModelInput input : report.inputs()) {
      if (!input.accepts().isEmpty()) {
        String sizes = String.join(" | ", input.accepts());
        String line = plain(String.format("%-12s %s", input.name() + " admits", sizes));
        out.append(cut(line, options.width())).append('\n');
      }
    }
    return out.toString();
  }

  private static String weights(String title, Dim count) {
    return title + Numbers.grouped(count) + " (" + Numbers.weights(count) + ")\n";
  }

  /** The text with what is not printable ASCII escaped as in Java source. */
  private String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean keep = c >= ' ' && (c <= '~' || options.unicode() && c >= 0xa0);
      out.append(keep ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return out.toString();
  }
}
