package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what the page shows of one step when it is clicked. */
final class HtmlDetails {
  private final ShapeReport report;
  private final Map<String, Integer> numbers;
  private final Map<String, Dim> sizes;

  HtmlDetails(ShapeReport report, Map<String, Integer> numbers) {
    this.report = report;
    this.numbers = numbers;
    this.sizes = Sketch.dims(Sketch.sizes(report));
  }

  String text(Step step) {
    StringBuilder out = new StringBuilder("<section class=\"detail\" id=\"s");
    out.append(numbers.get(step.name())).append("\" hidden>\n<h2>");
    out.append(Html.escaped(step.name())).append(" <small>").append(Html.escaped(step.op()));
    out.append("</small></h2>\n<dl>");
    step.layer().filter(l -> !l.equals(step.name())).ifPresent(l -> item(out, "layer", l));
    item(out, "reads", String.join(", ", step.from()));
    item(out, step.tuple() ? "gives a tuple" : "gives", results(step));
    if (!step.macs().toString().equals("0")) {
      item(out, "MACs", Numbers.grouped(step.macs()));
    }
    item(out, "memory", step.view() ? "none (a view)" : Numbers.memory(step.activationBytes()));
    out.append("</dl>\n");
    if (!step.derivation().isEmpty()) {
      out.append("<h3>How the sizes come about</h3><pre class=\"derivation\">");
      out.append(Html.escaped(lines(step.derivation()))).append("</pre>\n");
    }
    if (!step.weights().isEmpty()) {
      out.append("<h3>Weights</h3><table class=\"weights\">").append(HtmlTable.weights(step));
      out.append("</table>\n");
    }
    step.field().ifPresent(f -> field(out, step, f));
    return out.append("</section>\n").toString();
  }

  private static void item(StringBuilder out, String term, String text) {
    out.append("<dt>").append(term).append("<dd>").append(Html.escaped(text));
  }

  private static String results(Step step) {
    return step.results().stream()
        .map(r -> r.shape() + (r.dtype().equals("float32") ? "" : " " + r.dtype()))
        .collect(Collectors.joining(", "));
  }

  private void field(StringBuilder out, Step step, ReceptiveField field) {
    out.append("<h3>Receptive field on the input</h3><dl>");
    item(out, "size", joined(field.size()));
    item(out, "jump", joined(field.jump()));
    if (!field.offset().isEmpty()) {
      item(out, "first centre", joined(field.offset()));
    }
    out.append("</dl>").append(FieldPicture.svg(report, sizes, step)).append('\n');
  }

  private static String joined(List<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining(" x "));
  }

  private static String lines(List<Derivation> derivation) {
    return derivation.stream().map(Derivation::toString).collect(Collectors.joining("\n"));
  }
}
