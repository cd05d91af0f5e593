package io.github.shapecheck.processor.diagnose.lint.flow;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the tensors of a trace go: who makes each, who reads it, which are returned. */
public final class Flow {
  private final Trace trace;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Integer, List<Node>> readers = new HashMap<>();
  private final Map<String, List<Node>> applications = new HashMap<>();
  private @Nullable Map<Origin, NavigableMap<Integer, List<Node>>> texts;
  private final Set<Integer> returned = new HashSet<>();

  public Flow(Trace trace) {
    this.trace = trace;
    for (Step step : trace.steps()) {
      nodes.add(new Node(this, nodes.size(), step));
    }
    for (Node node : nodes) {
      String owner = node.step().owner();
      if (owner != null) {
        listAt(applications, owner).add(node);
      }
      for (Tensor argument : node.step().arguments()) {
        List<Node> some = listAt(readers, argument.source());
        if (!some.contains(node)) {
          some.add(node);
        }
      }
    }
    for (Tensor output : trace.outputs()) {
      returned.add(output.source());
    }
  }

  private static <K> List<Node> listAt(Map<K, List<Node>> lists, K key) {
    List<Node> list = lists.get(key);
    if (list == null) {
      list = new ArrayList<>(2);
      lists.put(key, list);
    }
    return list;
  }

  public Trace trace() {
    return trace;
  }

  /** The operations in the order of execution. */
  public List<Node> nodes() {
    return nodes;
  }

  /** The operation that made a tensor, null for an input and the model's own tensors. */
  public @Nullable Node maker(Tensor tensor) {
    return tensor.source() >= 0 ? nodes.get(tensor.source()) : null;
  }

  /** The operations that read a tensor of that source, each once. */
  public List<Node> readers(int source) {
    return readers.getOrDefault(source, List.of());
  }

  public List<Node> applications(String owner) {
    return applications.getOrDefault(owner, List.of());
  }

  /** The operations that stand in these lines of a forward pass. */
  public List<Node> in(Origin forward, int first, int last) {
    if (texts == null) {
      texts = byLines();
    }
    NavigableMap<Integer, List<Node>> lines = texts.get(forward);
    return lines == null
        ? List.of()
        : lines.subMap(first, true, last, true).values().stream().flatMap(List::stream).toList();
  }

  private Map<Origin, NavigableMap<Integer, List<Node>>> byLines() {
    Map<Origin, NavigableMap<Integer, List<Node>>> texts = new HashMap<>();
    for (Node node : nodes) {
      Place place = node.step().place();
      listAt(texts.computeIfAbsent(place.origin(), forward -> new TreeMap<>()), place.line())
          .add(node);
    }
    return texts;
  }

  /** Whether a tensor of that source is part of the model's output. */
  public boolean isReturned(int source) {
    return returned.contains(source);
  }
}
