package io.github.shapecheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a report as one page that needs nothing else: picture, table, and details on a click. */
final class HtmlRendering {
  private static final int READABLE = 60;
  private static final int DRAWABLE = 1200;

  private final ShapeReport report;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  HtmlRendering(ShapeReport report) {
    this.report = report;
    report.steps().forEach(s -> numbers.put(s.name(), numbers.size()));
  }

  String text() {
    String page = Html.resource("page.html");
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("style", Html.resource("page.css"));
    parts.put("script", Html.resource("page.js"));
    parts.put("model", Html.escaped(report.model()));
    parts.put("summary", summary());
    parts.put("pictures", pictures());
    parts.put("table", new HtmlTable(report, numbers).text());
    parts.put("details", details());
    return filled(page, parts);
  }

  /** One pass over the page, so that no text of the user is read as a place to fill. */
  private static String filled(String page, Map<String, String> parts) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int open;
    while ((open = page.indexOf("{{", at)) >= 0) {
      int close = page.indexOf("}}", open);
      out.append(page, at, open).append(parts.getOrDefault(page.substring(open + 2, close), ""));
      at = close + 2;
    }
    return out.append(page.substring(at)).toString();
  }

  private String summary() {
    Totals totals = report.totals();
    StringBuilder out = new StringBuilder();
    card(out, "parameters", Numbers.grouped(totals.params()));
    card(out, "weights as float32", Numbers.memory(totals.weightBytes("float32")));
    card(out, "MACs per sample", Numbers.count(totals.macs()));
    card(out, "memory", Numbers.memory(report));
    card(out, "steps", Integer.toString(report.steps().size()));
    for (ModelInput input : report.inputs()) {
      if (!input.accepts().isEmpty()) {
        card(out, input.name() + " admits", String.join(" x ", input.accepts()));
      }
    }
    return out.toString();
  }

  private static void card(StringBuilder out, String title, String text) {
    out.append("<div><dt>").append(Html.escaped(title)).append("<dd>");
    out.append(Html.escaped(text)).append("</div>\n");
  }

  /** A picture per level of submodules, the deepest readable one shown first. */
  private String pictures() {
    int deepest =
        report.steps().stream()
            .mapToInt(s -> s.scope().isEmpty() ? 0 : s.scope().split("\\.", -1).length)
            .max()
            .orElse(0);
    List<Picture> pictures = new ArrayList<>();
    for (int depth = 0; depth <= deepest; depth++) {
      Picture picture = new Picture(report, depth, numbers);
      if (depth == 0 || picture.size() <= DRAWABLE) {
        pictures.add(picture);
      }
    }
    int shown = 0;
    for (int depth = 1; depth < pictures.size(); depth++) {
      if (pictures.get(depth).size() <= READABLE) {
        shown = depth;
      }
    }
    StringBuilder out = new StringBuilder("<div class=\"levels\" data-shown=\"");
    out.append(shown).append("\">");
    for (int depth = 0; pictures.size() > 1 && depth < pictures.size(); depth++) {
      out.append("<button data-level=\"").append(depth).append("\">level ").append(depth);
      out.append("</button>");
    }
    out.append("</div>\n");
    for (int depth = 0; depth < pictures.size(); depth++) {
      out.append("<div class=\"level\" data-level=\"").append(depth).append('"');
      out.append(depth == shown ? ">" : " hidden>").append(pictures.get(depth).svg());
      out.append("</div>\n");
    }
    return out.toString();
  }

  private String details() {
    HtmlDetails details = new HtmlDetails(report, numbers);
    StringBuilder out = new StringBuilder();
    report.steps().forEach(s -> out.append(details.text(s)));
    return out.toString();
  }
}
