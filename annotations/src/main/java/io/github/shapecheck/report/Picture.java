package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the network as SVG: one row per step, feature maps to scale, every edge with its shape. */
final class Picture {
  private static final int TRACK = 18;
  private static final int MOST_TRACKS = 24;
  private static final int MAP = 112;
  private static final int TEXT = 250;
  private static final int GAP = 26;
  private static final double CHARACTER = 6.4;
  private static final int LONGEST = 70;

  private final Graph graph;
  private final int depth;
  private final Map<String, Integer> numbers;
  private final List<FeatureMap> maps = new ArrayList<>();
  private final double[] tops;
  private final double height;

  /** Prepares the picture; {@code numbers} are the steps' places in the report. */
  Picture(ShapeReport report, int depth, Map<String, Integer> numbers) {
    this.graph = Graph.of(report, depth);
    this.depth = depth;
    this.numbers = numbers;
    Map<String, Dim> sizes = Sketch.dims(Sketch.sizes(report));
    List<Shape> shapes = new ArrayList<>();
    for (Graph.Node node : graph.nodes()) {
      shapes.add(node.shapes().isEmpty() ? Shape.scalar() : node.shapes().get(0).with(sizes));
    }
    FeatureMap.Scale scale = FeatureMap.Scale.of(shapes);
    shapes.forEach(s -> maps.add(scale.draw(s)));
    this.tops = new double[maps.size()];
    double y = 12;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = y;
      y += room(i) + GAP;
    }
    this.height = y + 14;
  }

  int size() {
    return graph.nodes().size();
  }

  private double room(int i) {
    return Math.max(30, maps.get(i).span());
  }

  private double middle(int i) {
    return tops[i] + room(i) / 2;
  }

  String svg() {
    Tracks tracks = Tracks.of(graph.edges(), MOST_TRACKS);
    double left = 12 + tracks.count() * TRACK;
    double width = left + MAP + Math.max(TEXT, CHARACTER * longest() - MAP / 2.0 + 16);
    StringBuilder out = new StringBuilder();
    out.append("<svg class=\"picture\" data-depth=\"").append(depth).append("\" viewBox=\"0 0 ");
    out.append(Html.px(width)).append(' ').append(Html.px(height)).append("\" width=\"");
    out.append(Html.px(width)).append("\" height=\"").append(Html.px(height));
    out.append("\" role=\"group\" aria-label=\"Picture of the network\">\n");
    for (Graph.Edge edge : graph.edges()) {
      out.append(edge(edge, tracks, left));
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      out.append(node(i, left));
    }
    return out.append("</svg>\n").toString();
  }

  private String edge(Graph.Edge edge, Tracks tracks, double left) {
    double center = left + MAP / 2.0;
    String label = label(edge, LONGEST);
    if (edge.to() == edge.from() + 1) {
      double from = tops[edge.from()] + room(edge.from()) / 2 + maps.get(edge.from()).span() / 2;
      double to = middle(edge.to()) - maps.get(edge.to()).span() / 2 - 3;
      double mid = tops[edge.to()] - GAP / 2.0 + 4;
      return "<path class=\"edge\" marker-end=\"url(#arrow)\" d=\"M"
          + Html.px(center)
          + " "
          + Html.px(from)
          + "V"
          + Html.px(to)
          + "\"/><text class=\"shape\" x=\""
          + Html.px(center + 8)
          + "\" y=\""
          + Html.px(mid)
          + "\">"
          + label
          + "</text>\n";
    }
    double x = left - 6 - tracks.track(edge) * TRACK;
    double from = middle(edge.from()) + 5;
    double to = middle(edge.to()) - 5;
    double start = center - maps.get(edge.from()).width() / 2;
    double end = center - maps.get(edge.to()).width() / 2 - maps.get(edge.to()).depth() / 2 - 3;
    String bend =
        "M"
            + Html.px(start)
            + " "
            + Html.px(from)
            + "H"
            + Html.px(x + 6)
            + "Q"
            + Html.px(x)
            + " "
            + Html.px(from)
            + " "
            + Html.px(x)
            + " "
            + Html.px(from + 6)
            + "V"
            + Html.px(to - 6)
            + "Q"
            + Html.px(x)
            + " "
            + Html.px(to)
            + " "
            + Html.px(x + 6)
            + " "
            + Html.px(to)
            + "H"
            + Html.px(end);
    label = label(edge, (int) ((to - from) / CHARACTER));
    String spot = Html.px(x - 3) + " " + Html.px((from + to) / 2);
    return "<path class=\"edge skip\" marker-end=\"url(#arrow)\" d=\""
        + bend
        + "\"/><text class=\"shape\" text-anchor=\"middle\" transform=\"translate("
        + spot
        + ") rotate(-90)\">"
        + label
        + "</text>\n";
  }

  private int longest() {
    return graph.edges().stream()
        .mapToInt(e -> Math.min(LONGEST, e.shape().length()))
        .max()
        .orElse(0);
  }

  /** The shape, cut where it is longer than the place; the whole of it shows on pointing. */
  private static String label(Graph.Edge edge, int most) {
    String shape = edge.shape();
    if (shape.length() <= most) {
      return Html.escaped(shape);
    }
    String cut = shape.substring(0, Math.max(0, most - 3)) + "...";
    return Html.escaped(cut) + "<title>" + Html.escaped(shape) + "</title>";
  }

  private String node(int i, double left) {
    Graph.Node node = graph.nodes().get(i);
    FeatureMap map = maps.get(i);
    double x = left + MAP / 2.0 - map.width() / 2 - map.depth() / 2;
    double y = middle(i) - map.span() / 2 + map.depth();
    double text = left + MAP;
    StringBuilder out = new StringBuilder("<g class=\"node ");
    out.append(Family.of(node.type()).style()).append("\" tabindex=\"0\" role=\"button\"");
    if (!node.row().steps().isEmpty()) {
      out.append(" data-step=\"").append(numbers.get(node.row().steps().get(0).name())).append('"');
    }
    if (node.type().equals("(module)")) {
      out.append(" data-module=\"").append(Html.escaped(node.label())).append('"');
    }
    String shapes = String.join(", ", node.shapes().stream().map(Shape::toString).toList());
    out.append("><title>").append(Html.escaped(node.label() + " " + shapes)).append("</title>");
    out.append("<rect class=\"hit\" x=\"").append(Html.px(left)).append("\" y=\"");
    out.append(Html.px(tops[i]))
        .append("\" width=\"")
        .append(MAP + TEXT - 8)
        .append("\" height=\"");
    out.append(Html.px(room(i))).append("\"/>").append(map.svg(x, y));
    out.append("<text class=\"name\" x=\"").append(Html.px(text)).append("\" y=\"");
    out.append(Html.px(middle(i) - 2)).append("\">").append(Html.escaped(node.label()));
    out.append("</text><text class=\"type\" x=\"").append(Html.px(text)).append("\" y=\"");
    out.append(Html.px(middle(i) + 12)).append("\">").append(Html.escaped(subtitle(node)));
    return out.append("</text></g>\n").toString();
  }

  private static String subtitle(Graph.Node node) {
    String params = node.row().steps().isEmpty() ? "" : node.row().cell(Column.PARAMS);
    String type =
        node.type().equals("(module)") ? node.row().steps().size() + " steps" : node.type();
    return params.isEmpty() ? type : type + ", " + params + " parameters";
  }
}
