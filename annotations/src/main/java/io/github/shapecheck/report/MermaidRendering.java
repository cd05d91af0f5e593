package io.github.shapecheck.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a report as a Mermaid flow chart: a box per step, a frame per submodule, shapes on edges.
 */
final class MermaidRendering {
  private static final int READABLE = 60;

  private final ShapeReport report;
  private final int depth;

  /** Folds what stands deeper than {@code depth} levels of submodules. */
  MermaidRendering(ShapeReport report, int depth) {
    this.report = report;
    this.depth = depth;
  }

  /** As deep as a reader can follow: all of it, or the deepest level of at most 60 nodes. */
  MermaidRendering(ShapeReport report) {
    this(report, readable(report));
  }

  private static int readable(ShapeReport report) {
    if (report.steps().size() <= READABLE) {
      return Integer.MAX_VALUE;
    }
    int deepest =
        report.steps().stream().mapToInt(s -> s.scope().split("\\.", -1).length).max().orElse(0);
    int depth = 0;
    while (depth < deepest && Row.of(report, depth + 1).size() <= READABLE) {
      depth++;
    }
    return depth;
  }

  String text() {
    Graph graph = Graph.of(report, depth);
    StringBuilder out = new StringBuilder("flowchart TD\n");
    List<String> open = new ArrayList<>();
    int frames = 0;
    for (int i = 0; i < graph.nodes().size(); i++) {
      Graph.Node node = graph.nodes().get(i);
      List<String> wanted = names(node.scope());
      int common = common(open, wanted);
      while (open.size() > common) {
        open.remove(open.size() - 1);
        out.append(indent(open)).append("end\n");
      }
      for (String name : wanted.subList(common, wanted.size())) {
        out.append(indent(open));
        out.append("subgraph m")
            .append(frames++)
            .append("[\"")
            .append(escaped(name))
            .append("\"]\n");
        open.add(name);
      }
      out.append(indent(open)).append('n').append(i).append(box(node)).append('\n');
    }
    while (!open.isEmpty()) {
      open.remove(open.size() - 1);
      out.append(indent(open)).append("end\n");
    }
    for (Graph.Edge edge : graph.edges()) {
      String label = edge.shape().isEmpty() ? "" : "|\"" + escaped(edge.shape()) + "\"|";
      out.append("  n").append(edge.from()).append(" -->").append(label);
      out.append(" n").append(edge.to()).append('\n');
    }
    return out.append(outputs(graph)).toString();
  }

  /** What comes out, on edges that leave the picture, so that every shape is seen. */
  private String outputs(Graph graph) {
    StringBuilder out = new StringBuilder();
    for (ModelOutput output : report.results()) {
      for (int i = graph.nodes().size() - 1; i >= 0; i--) {
        if (graph.nodes().get(i).holds(output.from())) {
          out.append("  n").append(i).append(" -->|\"").append(escaped(output.shape().toString()));
          out.append("\"| out([\"output\"])\n");
          break;
        }
      }
    }
    return out.toString();
  }

  private static String box(Graph.Node node) {
    String label = escaped(node.label());
    boolean input = node.type().equals("(input)");
    if (input || node.label().equals(node.type())) {
      return input ? "([\"" + label + "\"])" : "[\"" + label + "\"]";
    }
    return "[\"" + label + "<br/>" + escaped(node.type()) + "\"]";
  }

  private static List<String> names(String scope) {
    return scope.isEmpty() ? List.of() : List.of(scope.split("\\.", -1));
  }

  private static int common(List<String> a, List<String> b) {
    int n = 0;
    while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
      n++;
    }
    return n;
  }

  private static String indent(List<String> open) {
    return "  ".repeat(open.size() + 1);
  }

  /** The text in Mermaid's entity codes where it could end the label or be markup. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = Character.isLetterOrDigit(c) || " _.,:()[]+-*/=$".indexOf(c) >= 0;
              if (plain) {
                out.appendCodePoint(c);
              } else {
                out.append('#').append(c).append(';');
              }
            });
    return out.toString();
  }
}
