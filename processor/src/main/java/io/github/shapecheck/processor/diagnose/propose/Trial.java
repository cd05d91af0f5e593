package io.github.shapecheck.processor.diagnose.propose;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.Trace;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs changed models, as long as that does not cost too much, and holds their errors against those
 * from before.
 */
final class Trial {
  /** So many steps may all trials of a model take together: about a second for a large one. */
  private static final long MOST_STEPS = 60_000;

  /** Sizes that are hard to decide make steps dear: the search then ends by the clock. */
  private static final long MOST_NANOS = 3_000_000_000L;

  private static final int MOST_RUNS = 800;
  private static final int MOST_RUNS_EACH = 300;

  private final Set<String> before;
  private long steps;
  private long nanos;
  private int runs;
  private int runsOfThis;

  Trial(Trace trace) {
    this.before = errors(trace);
  }

  /** Starts with another problem, which gets its own share of the time. */
  void next() {
    runsOfThis = 0;
  }

  /** Whether there is time for more. */
  boolean goesOn() {
    return runs < MOST_RUNS
        && runsOfThis < MOST_RUNS_EACH
        && steps < MOST_STEPS
        && nanos < MOST_NANOS;
  }

  /** Runs a model. */
  Trace run(Model model) {
    return counted(() -> Interpreter.run(model));
  }

  /** Runs a model with a symbol in it. */
  Trace run(Model model, Decider decider) {
    return counted(() -> Interpreter.run(model, decider));
  }

  private Trace counted(Supplier<Trace> run) {
    long start = System.nanoTime();
    Trace trace = run.get();
    nanos += System.nanoTime() - start;
    runs++;
    runsOfThis++;
    steps += trace.steps().size() + 1L;
    return trace;
  }

  /** Whether the changed model no longer has the problem, and no new one. */
  boolean repairs(Model changed, Problem problem) {
    return goesOn() && isWithout(run(changed), problem);
  }

  /** Whether a trace of a changed model does not have the problem, and no new one. */
  boolean isWithout(Trace trace, Problem problem) {
    Set<String> after = errors(trace);
    return !after.contains(key(problem)) && before.containsAll(after);
  }

  private static Set<String> errors(Trace trace) {
    Set<String> keys = new HashSet<>();
    for (Problem problem : trace.problems()) {
      if (problem.id().isError()) {
        keys.add(key(problem));
      }
    }
    return keys;
  }

  /** What makes a problem the same one after an edit. */
  private static String key(Problem problem) {
    return problem.id().id() + "|" + problem.subject() + "|" + problem.place().line();
  }
}
