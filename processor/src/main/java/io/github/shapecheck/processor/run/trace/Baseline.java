package io.github.shapecheck.processor.run.trace;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.value.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a changed model is run: the steps of the model from before, which are taken
 * over where an operation has the same arguments again, and the problem that ends the run.
 */
public final class Baseline {
  /** Of a model that has not been run before. */
  public static final Baseline NONE = new Baseline(List.of(), false, (problem, uses) -> false);

  /** Ends a run. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /** Sees what a run comes upon, and ends it. */
  @FunctionalInterface
  public interface End {
    /** Whether a problem does, found on the way through these uses of modules. */
    boolean at(Problem problem, List<Place> uses);

    /** What a written number that the program reads stands for. */
    default long value(Expression.IntLiteral number) {
      return number.value();
    }
  }

  private final List<Step> steps;
  private final boolean trustsNorms;
  private final End end;
  private int repeated;
  private boolean ended;

  private Baseline(List<Step> steps, boolean trustsNorms, End end) {
    this.steps = steps;
    this.trustsNorms = trustsNorms;
    this.end = end;
  }

  /** What the trace of the unchanged model tells of the changed ones. */
  public static Baseline of(Trace trace, End end) {
    // What a step asks about free sizes has to be asked again: the answers are collected.
    return new Baseline(
        trace.model().hasFreeSizes() ? List.of() : trace.steps(), trace.trustsNorms(), end);
  }

  /** The value that an operation had as a step of that number, null if it was another one. */
  public @Nullable Value value(int number, Operation operation, @Nullable String layer, Call call) {
    if (number >= steps.size()) {
      return null;
    }
    Step step = steps.get(number);
    if (!step.operation().equals(operation)
        || !Objects.equals(step.layer(), layer)
        || step.call().failed()
        || step.value() instanceof Value.Unknown
        || !call.hasArgumentsOf(step.call())) {
      return null;
    }
    repeated++;
    call.takeRecordOf(step.call());
    return step.value();
  }

  /** Whether a norm that contradicts its input is taken at its word, as before. */
  public boolean trustsNorms() {
    return trustsNorms;
  }

  /** How many steps were taken over. */
  public int repeated() {
    return repeated;
  }

  /** Whether a problem ended the run. */
  public boolean hasEnded() {
    return ended;
  }

  /** What a written number that the program reads stands for. */
  public long value(Expression.IntLiteral number) {
    return end.value(number);
  }

  public void check(Problem problem, List<Place> uses) {
    if (problem.id().isError() && end.at(problem, uses)) {
      ended = true;
      throw new Stopped();
    }
  }
}
