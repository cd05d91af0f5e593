package io.github.shapecheck.report;

import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who feeds whom: the inputs and rows of a report as nodes, what flows between them as edges. */
record Graph(List<Node> nodes, List<Edge> edges) {
  /**
   * An input, a row of the table, or a bare tensor that steps read.
   *
   * @param label its name
   * @param type the layer's type, the function, {@code (input)}, {@code (module)}, {@code (tensor)}
   * @param scope the submodule that it stands in
   * @param shapes what comes out
   * @param row what the table says of it; an input's is without steps
   */
  record Node(String label, String type, String scope, List<Shape> shapes, Row row) {}

  /** What flows from one node to another, by their places among the nodes. */
  record Edge(int from, int to, String shape) {}

  /** The graph with submodules deeper than {@code depth} levels as one node each. */
  static Graph of(ShapeReport report, int depth) {
    List<Node> nodes = new ArrayList<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    Map<String, String> shapes = new LinkedHashMap<>();
    for (ModelInput input : report.inputs()) {
      places.put(input.name(), nodes.size());
      shapes.put(input.name(), input.shape().toString());
      Row row = new Row(input.name(), "(input)", List.of());
      nodes.add(new Node(input.name(), "(input)", "", List.of(input.shape()), row));
    }
    List<Row> rows = Row.of(report, depth);
    Map<Row, Integer> rowPlaces = new IdentityHashMap<>();
    for (Row row : rows) {
      tensors(row, report)
          .forEach(
              t -> {
                if (places.putIfAbsent(t, nodes.size()) == null) {
                  nodes.add(tensor(t, report));
                }
              });
      rowPlaces.put(row, nodes.size());
      Step last = row.steps().get(row.steps().size() - 1);
      for (Step step : row.steps()) {
        places.put(step.name(), nodes.size());
        shapes.put(step.name(), shapes(step));
      }
      nodes.add(new Node(row.label(), row.type(), last.scope(), last.outputs(), row));
    }
    return new Graph(List.copyOf(nodes), edges(rows, places, shapes, rowPlaces));
  }

  private static List<Edge> edges(
      List<Row> rows,
      Map<String, Integer> places,
      Map<String, String> shapes,
      Map<Row, Integer> rowPlaces) {
    Map<List<Integer>, Edge> edges = new LinkedHashMap<>();
    for (Row row : rows) {
      int to = rowPlaces.getOrDefault(row, 0);
      for (Step step : row.steps()) {
        for (String from : step.from()) {
          int source = places.getOrDefault(from, to);
          if (source < to) {
            Edge edge = new Edge(source, to, shapes.getOrDefault(from, ""));
            edges.putIfAbsent(List.of(source, to), edge);
          }
        }
      }
    }
    return List.copyOf(edges.values());
  }

  /** What the row reads that is neither an input nor a step: bare tensors of the model. */
  private static List<String> tensors(Row row, ShapeReport report) {
    return row.steps().stream()
        .flatMap(s -> s.from().stream())
        .filter(f -> report.layers().stream().anyMatch(l -> l.path().equals(f)))
        .filter(f -> report.steps().stream().noneMatch(s -> s.name().equals(f)))
        .distinct()
        .toList();
  }

  private static Node tensor(String name, ShapeReport report) {
    List<Shape> shapes =
        report.layers().stream()
            .filter(l -> l.path().equals(name))
            .flatMap(l -> l.weights().stream().map(Weight::shape))
            .toList();
    return new Node(name, "(tensor)", "", shapes, new Row(name, "(tensor)", List.of()));
  }

  private static String shapes(Step step) {
    List<Shape> outputs = step.outputs();
    String first = outputs.stream().limit(2).map(Shape::toString).collect(Collectors.joining(", "));
    return outputs.size() > 2 ? first + ", ..." : first;
  }
}
