package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides where a problem is shown and shows each once: a layer that is wrong for every use is
 * blamed itself, one that is wrong for some uses of its module only, or comes from a compiled
 * class, is blamed at those places of use.
 */
final class Blame {
  private record Key(ProblemId id, Place place) {}

  private record Found(Problem problem, String declaration, List<Place> uses) {}

  private final Map<Key, List<Found>> found = new LinkedHashMap<>();
  private final Map<String, Integer> applications = new HashMap<>();

  /** Counts an application of a layer by its declaration, so that "every use" is known. */
  void applied(String declaration) {
    applications.merge(declaration, 1, Integer::sum);
  }

  /**
   * Takes a problem.
   *
   * @param declaration the layer's declaration, the same for all uses of its module; empty for none
   * @param uses the places of use of the enclosing modules, outermost first
   */
  void report(Problem problem, String declaration, List<Place> uses) {
    Key key = new Key(problem.id(), problem.place());
    found.computeIfAbsent(key, k -> new ArrayList<>()).add(new Found(problem, declaration, uses));
  }

  /** The problems, each once and in its place. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (List<Found> same : found.values()) {
      Found first = same.get(0);
      int all = applications.getOrDefault(first.declaration(), same.size());
      boolean shown = first.problem().place().origin().hasSource();
      if (first.uses().isEmpty() || shown && same.size() >= all) {
        problems.add(first.problem());
        continue;
      }
      Map<Place, Problem> places = new LinkedHashMap<>();
      for (Found one : same) {
        Place use = one.uses().get(0);
        places.putIfAbsent(use, one.problem().at(use, one.problem().message()));
      }
      problems.addAll(places.values());
    }
    return problems;
  }
}
