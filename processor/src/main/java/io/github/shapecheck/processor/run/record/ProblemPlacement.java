package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Baseline;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a problem is shown and shows each once: a layer that is wrong for every use is
 * blamed itself, one that is wrong for some uses of its module only, or comes from a compiled
 * class, is blamed at those places of use.
 */
public final class ProblemPlacement {
  private record Key(ProblemId id, Place place) {}

  private record Found(
      Problem problem, @Nullable Object declaration, boolean ofCheck, List<Place> uses) {}

  private boolean errors;
  private final Map<Key, List<Found>> found = new LinkedHashMap<>();
  private final List<Problem> consequences = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> applications = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Integer> checks = new IdentityHashMap<>();

  private final Baseline baseline;

  public ProblemPlacement(Baseline baseline) {
    this.baseline = baseline;
  }

  /** Counts an application of a layer or a module, so that "every use" of it is known. */
  public void applied(Object declaration, List<Place> uses) {
    count(applications, declaration, uses);
  }

  /** Counts a check of a layer's numbers, which is made once for each instance of its module. */
  public void checked(Object declaration, List<Place> uses) {
    count(checks, declaration, uses);
  }

  private static void count(
      IdentityHashMap<Object, Integer> counts, Object declaration, List<Place> uses) {
    if (!uses.isEmpty()) { // what the model itself declares is blamed itself
      counts.merge(declaration, 1, Integer::sum);
    }
  }

  /**
   * Takes a problem of an application.
   *
   * @param declaration what is counted as applied, the same for all uses of its module, if anything
   * @param uses the places of use of the enclosing modules, outermost first
   */
  public void report(Problem problem, @Nullable Object declaration, List<Place> uses) {
    add(new Found(problem, declaration, false, uses));
  }

  /** Takes a problem of what is declared once, which no count of uses can excuse. */
  public void report(Problem problem, List<Place> uses) {
    report(problem, null, uses);
  }

  /** Takes a problem of the check of a layer's numbers. */
  public void reportCheck(Problem problem, Object declaration, List<Place> uses) {
    add(new Found(problem, declaration, true, uses));
  }

  /** Takes a problem that is not told, since it may follow from another. */
  void follows(Problem problem, List<Place> uses) {
    consequences.add(problem);
    baseline.check(problem, uses);
  }

  public List<Problem> consequences() {
    return consequences;
  }

  private void add(Found problem) {
    errors |= problem.problem().id().isError();
    Key key = new Key(problem.problem().id(), problem.problem().place());
    found.computeIfAbsent(key, k -> new ArrayList<>()).add(problem);
    baseline.check(problem.problem(), problem.uses());
  }

  public boolean hasErrors() {
    return errors;
  }

  /** The problems, each once and in its place. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (List<Found> same : found.values()) {
      Found first = same.get(0);
      IdentityHashMap<Object, Integer> counts = first.ofCheck() ? checks : applications;
      int all = counts.getOrDefault(first.declaration(), same.size());
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
