package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the errors of a run say and where, so that they can be held against those of another one.
 *
 * @param following those that are not told, since they may follow
 * @param inSight errors of what was known before
 * @param unchecked where the shape of something is lost
 * @param nonsense how many steps empty a tensor or join samples
 * @param hidden how many of them do so where nothing was known before
 */
record Outcome(
    Map<Key, List<Problem>> errors,
    Map<Key, List<Problem>> following,
    Set<Key> inSight,
    Set<Key> unchecked,
    long nonsense,
    long hidden) {
  /** What makes a problem the same one after an edit. */
  record Key(ProblemId id, String subject, Origin origin, int line) {
    Key(Problem problem) {
      this(problem.id(), problem);
    }

    Key(ProblemId id, Problem problem) {
      this(id, problem.subject(), problem.place().origin(), problem.place().line());
    }

    /** What is equal for those that may be one mistake: a line that makes several layers. */
    Object mistake() {
      return line > 0 ? List.of(origin, line) : this;
    }
  }

  static Outcome of(Trace trace, HiddenSteps dark) {
    List<Problem> errors = trace.problems().stream().filter(it -> it.id().isError()).toList();
    return new Outcome(
        byPlace(errors),
        byPlace(trace.consequences()),
        inSight(trace, dark),
        unchecked(trace),
        DegenerateSteps.in(trace, dark),
        DegenerateSteps.hidden(trace, dark));
  }

  private static Set<Key> unchecked(Trace trace) {
    return trace.problems().stream()
        .filter(problem -> problem.id() == ProblemId.UNCHECKED)
        .map(Key::new)
        .collect(Collectors.toSet());
  }

  private static Set<Key> inSight(Trace trace, HiddenSteps dark) {
    List<Problem> problems = new ArrayList<>(trace.problems());
    problems.addAll(trace.consequences());
    if (problems.isEmpty()) {
      return Set.of();
    }
    return problems.stream()
        .filter(dark.coveredIn(trace).negate())
        .map(Key::new)
        .collect(Collectors.toSet());
  }

  private static Map<Key, List<Problem>> byPlace(List<Problem> problems) {
    Map<Key, List<Problem>> places = new HashMap<>();
    for (Problem problem : problems) {
      places.computeIfAbsent(new Key(problem), key -> new ArrayList<>()).add(problem);
    }
    return places;
  }

  /**
   * Whether a problem of a run before is still there, told or not: in its words or as often.
   *
   * @param moved whether it may now be at another place of its line
   * @param uncovers whether it may follow from an error that was hidden by it
   */
  boolean has(Problem problem, Outcome before, boolean moved, boolean uncovers) {
    Key key = new Key(problem);
    List<Problem> now = here(at(key), problem, moved);
    long told = here(told(key), problem, moved).size();
    return now.stream().anyMatch(problem::saysTheSameAs)
        || !now.isEmpty()
            && !(uncovers && told == 0)
            && now.size() >= here(before.at(key), problem, moved).size()
        || told >= Math.max(1, here(before.told(key), problem, moved).size());
  }

  /** Whether a problem is told in its words. */
  boolean says(Problem problem) {
    return told(new Key(problem)).stream().anyMatch(problem::saysTheSameAs);
  }

  private static List<Problem> here(List<Problem> problems, Problem problem, boolean moved) {
    return problems.stream()
        .filter(other -> moved || other.place().equals(problem.place()))
        .toList();
  }

  /** How much nonsense of all is none that an error hid, where errors may come to light. */
  long inSight(long all, boolean uncovers) {
    return uncovers ? Math.max(0, all - hidden) : all;
  }

  /**
   * Whether something is said of an edit's line, or of the very layer or call that the problem of a
   * run before is of: of a layer a line may say several things, a line of Python may make several.
   */
  boolean isOf(Key key, Problem problem, Edit edit, Trace before) {
    boolean same = key.subject().equals(problem.subject());
    boolean layer =
        before.step(problem).filter(it -> problem.subject().equals(it.layer())).isPresent();
    return edit.isOfLine(key.line()) && (same || !before.made().containsKey(key.subject()))
        || same
            && (layer && key.equals(new Key(key.id(), problem))
                || at(key).stream().anyMatch(now -> isOneCall(now.place(), problem.place())));
  }

  private static boolean isOneCall(Place now, Place then) {
    return now.line() <= 0 ? then.line() <= 0 : now.equals(then);
  }

  private List<Problem> told(Key key) {
    return errors.getOrDefault(key, List.of());
  }

  private List<Problem> at(Key key) {
    List<Problem> problems = new ArrayList<>(told(key));
    problems.addAll(following.getOrDefault(key, List.of()));
    return problems;
  }

  /** What is told and was not told before, as far as an edit does not move the places of a line. */
  Set<Key> toldSince(Outcome before, Edit edit) {
    Set<Key> more = new HashSet<>(errors.keySet());
    more.removeIf(
        key ->
            told(key).size() <= before.told(key).size()
                && (key.line() <= 0 || edit.isOfLine(key.line()) || isWhere(key, before)));
    return more;
  }

  /** Whether all that is told of a layer or call was told or followed at the very place before. */
  private boolean isWhere(Key key, Outcome before) {
    List<Place> places = before.at(key).stream().map(Problem::place).toList();
    return told(key).stream().map(Problem::place).allMatch(places::contains);
  }

  /** What was not told before, what is new of what is not told, and what an edit's line loses. */
  Set<Key> newSince(Outcome before, Edit edit) {
    Set<Key> more = new HashSet<>(following.keySet());
    more.removeAll(before.following.keySet());
    more.removeAll(before.errors.keySet());
    more.addAll(toldSince(before, edit));
    unchecked.stream()
        .filter(key -> edit.isOfLine(key.line()) && !before.unchecked.contains(key))
        .forEach(more::add);
    return more;
  }
}
