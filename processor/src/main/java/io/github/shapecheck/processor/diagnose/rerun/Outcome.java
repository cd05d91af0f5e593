package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.HashSet;
import java.util.Set;

/**
 * The errors of a run, so that they can be held against those of another one.
 *
 * @param following those that are not told, since they may follow
 * @param nonsense how many steps empty a tensor or join samples
 */
record Outcome(Set<Key> errors, Set<Key> following, long nonsense) {
  /** What makes a problem the same one after an edit. */
  record Key(ProblemId id, String subject, int line) {
    Key(Problem problem) {
      this(problem.id(), problem.subject(), problem.place().line());
    }

    /** Whether it stands where a problem does. */
    boolean isOf(Problem problem) {
      return line > 0 ? line == problem.place().line() : subject.equals(problem.subject());
    }
  }

  static Outcome of(Trace trace, HiddenSteps dark) {
    Set<Key> errors = new HashSet<>();
    for (Problem problem : trace.problems()) {
      if (problem.id().isError()) {
        errors.add(new Key(problem));
      }
    }
    Set<Key> following = new HashSet<>();
    trace.consequences().forEach(problem -> following.add(new Key(problem)));
    return new Outcome(errors, following, DegenerateSteps.in(trace, dark));
  }

  /** Whether a problem is among them, told or not. */
  boolean has(Problem problem) {
    Key key = new Key(problem);
    return errors.contains(key) || following.contains(key);
  }

  /** What is told and was not told before. */
  Set<Key> toldSince(Outcome before) {
    Set<Key> more = new HashSet<>(errors);
    more.removeAll(before.errors);
    return more;
  }

  /** What was not told before, and what is new of what is not told. */
  Set<Key> newSince(Outcome before) {
    Set<Key> more = new HashSet<>(following);
    more.removeAll(before.following);
    more.removeAll(before.errors);
    more.addAll(toldSince(before));
    return more;
  }
}
