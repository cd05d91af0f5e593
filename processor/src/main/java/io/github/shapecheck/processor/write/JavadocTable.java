package io.github.shapecheck.processor.write;

import io.github.shapecheck.report.ModelInput;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import io.github.shapecheck.report.Totals;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as Javadoc shows it: each step's name, operation, shape and parameters, and below them
 * what the model has and admits. It is on every build's way, so it formats by hand.
 */
final class JavadocTable {
  private static final int COLUMNS = 4;

  private final List<String[]> rows = new ArrayList<>();
  private final int[] widths = new int[COLUMNS];

  private JavadocTable(ShapeReport report) {
    add("Step", "Type", "Output", "Params");
    for (ModelInput input : report.inputs()) {
      add(input.name(), "(input)", input.shape().toString(), "");
    }
    for (Step step : report.steps()) {
      String shape = step.results().isEmpty() ? "" : step.output().toString();
      String params = step.weights().isEmpty() ? "" : step.params().toString();
      add(step.name(), step.op(), step.tuple() ? "(" + shape + ", ...)" : shape, params);
    }
  }

  /** The lines, without markup of their own. */
  static String of(ShapeReport report) {
    return new JavadocTable(report).text() + summary(report);
  }

  private static String summary(ShapeReport report) {
    Totals totals = report.totals();
    StringBuilder out = new StringBuilder("\n");
    out.append(escaped(totals.params().toString()))
        .append(" parameters, ")
        .append(escaped(totals.macs().toString()))
        .append(" MACs\n");
    for (ModelInput input : report.inputs()) {
      if (!input.accepts().isEmpty()) {
        String sizes = String.join(" | ", input.accepts());
        out.append(escaped(input.name())).append(" admits ").append(sizes).append('\n');
      }
    }
    return out.toString();
  }

  private void add(String... cells) {
    for (int i = 0; i < COLUMNS; i++) {
      cells[i] = escaped(cells[i]);
      widths[i] = Math.max(widths[i], cells[i].length());
    }
    rows.add(cells);
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    for (String[] cells : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < COLUMNS; i++) {
        String space = " ".repeat(widths[i] - cells[i].length());
        boolean right = i == COLUMNS - 1;
        line.append(i == 0 ? "" : "  ").append(right ? space + cells[i] : cells[i] + space);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** What a comment must not contain, HTML's and Java's. */
  private static String escaped(String cell) {
    int plain = 0;
    while (plain < cell.length() && isPlain(cell, plain)) {
      plain++;
    }
    if (plain == cell.length()) {
      return cell;
    }
    StringBuilder out = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (isPlain(cell, i)) {
        out.append(c);
      } else {
        out.append("&#").append((int) c).append(';');
      }
    }
    return out.toString();
  }

  private static boolean isPlain(String cell, int index) {
    char c = cell.charAt(index);
    return switch (c) {
      case '&', '<', '@', '\\' -> false;
      case '*' -> !(index + 1 < cell.length() && cell.charAt(index + 1) == '/');
      default -> c >= ' ' && c <= '~';
    };
  }
}
