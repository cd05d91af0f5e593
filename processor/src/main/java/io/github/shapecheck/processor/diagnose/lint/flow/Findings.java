package io.github.shapecheck.processor.diagnose.lint.flow;

import io.github.shapecheck.processor.model.FieldsByName;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what lints find: what the user silenced is left out, and what is found in some uses of a
 * module only, or in a compiled one, is shown where the model uses it.
 */
public final class Findings {
  private record Key(ProblemId id, Place place) {}

  /**
   * One finding.
   *
   * @param call the call in the forward pass, null for a declaration
   */
  private record Found(Problem problem, LayerPath scope, @Nullable Place call) {}

  private final Flow flow;
  private final FieldsByName fields = new FieldsByName();
  private final Map<String, LayerPath> scopes = new HashMap<>();
  private final Map<Key, List<Found>> found = new LinkedHashMap<>();

  public Findings(Flow flow) {
    this.flow = flow;
  }

  /** Adds a finding about an operation. */
  public void add(ProblemId id, Node node, Place place, String message) {
    add(id, node, place, message, List.of());
  }

  /** As {@link #add(ProblemId, Node, Place, String)} with edits that may take it away. */
  public void add(ProblemId id, Node node, Place place, String message, List<Edit> repairs) {
    Problem problem = Problem.of(id, place, node.name() + " " + message).repairedBy(repairs);
    add(new Found(problem, scope(node), node.step().place()));
  }

  /** Adds a finding about a declaration, with edits that may take it away. */
  public void add(ProblemId id, LayerPath scope, Place place, String message, List<Edit> repairs) {
    add(new Found(Problem.of(id, place, message).repairedBy(repairs), scope, null));
  }

  private void add(Found one) {
    Problem problem = one.problem();
    if (!one.scope().silenced().contains(problem.id().id())) {
      found
          .computeIfAbsent(new Key(problem.id(), problem.place()), key -> new ArrayList<>())
          .add(one);
    }
  }

  /** The way to the declaration of an operation. */
  public LayerPath scope(Node node) {
    String layer = node.step().layer();
    return scope(layer == null ? node.step().scope() : layer);
  }

  /** The way that a path describes. */
  public LayerPath scope(String path) {
    return scopes.computeIfAbsent(path, p -> LayerPath.of(flow.trace().model(), fields, p));
  }

  /** The findings, each once and in its place. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (List<Found> same : found.values()) {
      Found first = same.get(0);
      boolean shown = first.problem().place().origin().hasSource();
      if (first.scope().use() == null || shown && same.size() >= uses(first)) {
        problems.add(first.problem());
        continue;
      }
      Map<Place, Problem> uses = new LinkedHashMap<>();
      for (Found one : same) {
        Place use = one.scope().use();
        if (use != null) {
          uses.putIfAbsent(use, one.problem().at(use, one.problem().message()));
        }
      }
      problems.addAll(uses.values());
    }
    return problems;
  }

  /** How many operations could have had the finding. */
  private long uses(Found first) {
    Problem problem = first.problem();
    return flow.nodes().stream()
        .filter(
            node ->
                problem.place().inForward()
                    ? node.step().place().equals(first.call())
                    : scope(node).declaration().equals(first.scope().declaration()))
        .filter(node -> !scope(node).silenced().contains(problem.id().id()))
        .count();
  }
}
