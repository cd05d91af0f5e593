package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the steps as a table whose submodules fold. */
final class HtmlTable {
  private final ShapeReport report;
  private final Map<String, Integer> numbers;
  private final StringBuilder out = new StringBuilder();
  private int modules;

  HtmlTable(ShapeReport report, Map<String, Integer> numbers) {
    this.report = report;
    this.numbers = numbers;
  }

  String text() {
    out.append("<table id=\"steps\"><thead><tr><th>Layer<th>Type<th>Output<th>Weights");
    out.append("<th class=\"n\">Parameters<th class=\"n\">MACs<th>Field</tr></thead>\n<tbody>\n");
    for (ModelInput input : report.inputs()) {
      out.append("<tr class=\"in\"><td>").append(Html.escaped(input.name()));
      out.append("<td>input, ").append(Html.escaped(input.dtype())).append("<td class=\"s\">");
      out.append(Html.escaped(input.shape().toString()));
      out.append("<td colspan=\"4\">").append(admits(input)).append("</tr>\n");
    }
    rows(report.steps(), 0, "");
    return out.append("</tbody></table>\n").toString();
  }

  static String admits(ModelInput input) {
    String sizes = String.join(" &times; ", input.accepts().stream().map(Html::escaped).toList());
    return sizes.isEmpty() ? "" : "admits " + sizes;
  }

  /**
   * The rows of steps that stand at the same {@code level} or deeper in the modules {@code within}.
   */
  private void rows(List<Step> steps, int level, String within) {
    int i = 0;
    while (i < steps.size()) {
      String module = module(steps.get(i), level);
      int end = i + 1;
      if (module.isEmpty()) {
        step(steps.get(i), level, within);
      } else {
        while (end < steps.size() && module(steps.get(end), level).equals(module)) {
          end++;
        }
        List<Step> inside = steps.subList(i, end);
        String id = "m" + modules++;
        header(module, inside, new Fold(id, level, within));
        rows(inside, level + 1, within.isEmpty() ? id : within + " " + id);
      }
      i = end;
    }
  }

  /** A heading that folds: its id, how deep it stands, and the ids of the headings around it. */
  private record Fold(String id, int level, String within) {}

  private static String module(Step step, int level) {
    String[] names = step.scope().isEmpty() ? new String[0] : step.scope().split("\\.", -1);
    return names.length <= level ? "" : String.join(".", List.of(names).subList(0, level + 1));
  }

  private void header(String module, List<Step> inside, Fold fold) {
    Row row = new Row(module, "(module)", new ArrayList<>(inside));
    out.append("<tr class=\"module\" data-in=\"")
        .append(fold.within())
        .append("\"><td style=\"--l:");
    out.append(fold.level())
        .append("\"><button class=\"fold\" aria-expanded=\"true\" data-fold=\"");
    out.append(fold.id()).append("\">").append(Html.escaped(module)).append("</button><td>");
    out.append(inside.size()).append(" steps<td class=\"s\">");
    out.append(Html.escaped(row.cell(Column.OUTPUT))).append("<td><td class=\"n\">");
    out.append(Html.escaped(row.cell(Column.PARAMS))).append("<td class=\"n\">");
    out.append(Html.escaped(row.cell(Column.MACS))).append("<td>");
    out.append(Html.escaped(row.cell(Column.FIELD))).append("</tr>\n");
  }

  private void step(Step step, int level, String within) {
    Row row = Row.of(step);
    out.append("<tr class=\"step ").append(Family.of(step.op()).style()).append("\" data-step=\"");
    out.append(numbers.get(step.name())).append("\" data-in=\"").append(within);
    out.append("\"><td style=\"--l:").append(level).append("\"><a href=\"#s");
    out.append(numbers.get(step.name())).append("\">").append(Html.escaped(row.label()));
    out.append("</a><td>").append(Html.escaped(step.op())).append("<td class=\"s\">");
    out.append(Html.escaped(row.cell(Column.OUTPUT))).append("<td class=\"s\">");
    out.append(Html.escaped(row.cell(Column.WEIGHTS))).append("<td class=\"n\">");
    out.append(Html.escaped(row.cell(Column.PARAMS))).append("<td class=\"n\">");
    out.append(Html.escaped(count(step.macs()))).append("<td>");
    out.append(Html.escaped(row.cell(Column.FIELD))).append("</tr>\n");
  }

  private static String count(Dim macs) {
    return macs.equals(Dim.of(0)) ? "" : Numbers.count(macs);
  }

  /** The weights of a step as rows of the panel's table. */
  static String weights(Step step) {
    return step.weights().stream()
        .map(
            w ->
                "<tr><td>"
                    + Html.escaped(w.name())
                    + "<td class=\"s\">"
                    + Html.escaped(w.shape().toString())
                    + "<td class=\"n\">"
                    + Html.escaped(Numbers.grouped(w.numel()))
                    + "<td>"
                    + (w.trainable() ? "trained" : "buffer")
                    + "</tr>")
        .collect(Collectors.joining());
  }
}
