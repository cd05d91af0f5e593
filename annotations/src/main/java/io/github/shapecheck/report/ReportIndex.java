package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page with a card for each of several models: its silhouette, its numbers, a link to its page.
 */
public final class ReportIndex {

  private static final int MOST = 120;
  private static final double WIDTH = 240;
  private static final double HEIGHT = 64;

  private final Map<String, String> cards = new TreeMap<>();

  /** A page without models. */
  public ReportIndex() {}

  /** Adds a model whose page stands at {@code address}, relative to this page. */
  public void add(ShapeReport report, String address) {
    Totals totals = report.totals();
    StringBuilder out = new StringBuilder("<a class=\"model\" href=\"");
    out.append(HtmlRendering.escaped(address)).append("\"><h2>");
    out.append(HtmlRendering.escaped(report.model())).append("</h2>").append(silhouette(report));
    out.append("<dl>");
    item(out, "parameters", Numbers.both(totals.params()));
    item(out, "MACs per sample", Numbers.both(totals.macs()));
    item(out, "memory", Numbers.memory(report));
    item(out, "steps", Integer.toString(report.steps().size()));
    for (ModelInput input : report.inputs()) {
      if (!input.accepts().isEmpty()) {
        item(out, input.name() + " admits", String.join(" x ", input.accepts()));
      }
    }
    cards.put(report.model(), out.append("</dl></a>\n").toString());
  }

  private static void item(StringBuilder out, String term, String text) {
    out.append("<div><dt>").append(HtmlRendering.escaped(term)).append("</dt><dd>");
    out.append(HtmlRendering.escaped(text)).append("</dd></div>");
  }

  /** The rows of the table from left to right, as high as the logarithm of the memory of each. */
  private static String silhouette(ShapeReport report) {
    Map<String, Dim> sizes = ExampleSizes.dims(ExampleSizes.sizes(report));
    List<Row> rows = Row.of(report, report.steps().size() <= MOST ? Integer.MAX_VALUE : 0);
    List<String> bars = new ArrayList<>();
    double width = WIDTH / Math.max(1, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      List<Step> steps = rows.get(i).steps();
      Dim bytes = memory(steps.get(steps.size() - 1)).with(sizes);
      double size = bytes.isConstant() ? Math.log1p(bytes.value()) / Math.log(1L << 32) : 0;
      double height = Math.max(2, Math.min(HEIGHT, HEIGHT * size));
      bars.add(
          String.format(
              Locale.ROOT,
              "<rect class=\"block %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              Family.of(rows.get(i).type()).style(),
              i * width,
              (HEIGHT - height) / 2,
              Math.max(1, width - 1),
              height));
    }
    return "<svg viewBox=\"0 0 240 64\" role=\"img\" aria-label=\"Memory step by step\">"
        + String.join("", bars)
        + "</svg>";
  }

  /** What the results hold, views too. */
  private static Dim memory(Step step) {
    Sum sum = new Sum();
    step.results().forEach(r -> sum.add(r::bytes));
    return sum.total();
  }

  /** The page, models by name. */
  public String toHtml() {
    return HtmlRendering.filled(
        HtmlRendering.resource("index.html"),
        Map.of(
            "style", HtmlRendering.resource("page.css"),
            "count", cards.size() + (cards.size() == 1 ? " model" : " models"),
            "cards", String.join("", cards.values())));
  }
}
