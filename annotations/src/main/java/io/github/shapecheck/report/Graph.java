package io.github.shapecheck.report;

import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
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
  record Node(String label, String type, String scope, List<Shape> shapes, Row row) {
    /** Whether a step or input of that name stands here. */
    boolean holds(String name) {
      return row.steps().isEmpty()
          ? label.equals(name)
          : row.steps().stream().anyMatch(s -> s.name().equals(name));
    }
  }

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
    Map<String, Layer> tensors = tensors(report);
    List<Row> rows = Row.of(report, depth);
    IdentityHashMap<Row, Integer> rowPlaces = new IdentityHashMap<>();
    for (Row row : rows) {
      for (Step step : row.steps()) {
        for (String from : step.from()) {
          Layer tensor = tensors.remove(from);
          if (tensor != null) {
            places.put(from, nodes.size());
            shapes.put(from, tensor.weights().get(0).shape().toString());
            nodes.add(node(tensor));
          }
        }
      }
      rowPlaces.put(row, nodes.size());
      Step last = row.steps().get(row.steps().size() - 1);
      for (Step step : row.steps()) {
        places.put(step.name(), nodes.size());
        shapes.put(step.name(), shapes(step));
      }
      String scope = row.isModule() ? Row.outer(last.scope(), depth) : last.scope();
      nodes.add(new Node(row.label(), row.type(), scope, last.outputs(), row));
    }
    return new Graph(List.copyOf(nodes), edges(rows, places, shapes, rowPlaces));
  }

  private static List<Edge> edges(
      List<Row> rows,
      Map<String, Integer> places,
      Map<String, String> shapes,
      IdentityHashMap<Row, Integer> rowPlaces) {
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

  /** Bare tensors of the model, which steps read by their name though no step makes them. */
  private static Map<String, Layer> tensors(ShapeReport report) {
    Map<String, Layer> tensors = new HashMap<>();
    report.layers().forEach(l -> tensors.put(l.path(), l));
    report.steps().forEach(s -> tensors.remove(s.name()));
    tensors.values().removeIf(l -> l.weights().isEmpty());
    return tensors;
  }

  private static Node node(Layer tensor) {
    List<Shape> shapes = tensor.weights().stream().map(Weight::shape).toList();
    return new Node(
        tensor.path(), "(tensor)", "", shapes, new Row(tensor.path(), "(tensor)", List.of()));
  }

  private static String shapes(Step step) {
    List<Shape> outputs = step.outputs();
    String first = outputs.stream().limit(2).map(Shape::toString).collect(Collectors.joining(", "));
    return outputs.size() > 2 ? first + ", ..." : first;
  }
}
