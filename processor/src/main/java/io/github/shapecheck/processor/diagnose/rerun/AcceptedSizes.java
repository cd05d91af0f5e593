package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.promise.DomainDecider;
import io.github.shapecheck.processor.run.trace.Baseline;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which sizes a model takes on one axis of an input, the others being as declared.
 *
 * <p>The model runs with a symbol on the axis, on the way that the declared size takes. The sizes
 * that meet the same requirements on the same way are accepted, and all of them are known exactly,
 * since the conditions are solved and not sampled. Sizes that a branch sends another way get a run
 * of their own, the smallest first. Where a rule needs a plain number sizes are tried one by one.
 * The work is counted in steps and polynomials; where it ends before all sizes are known the answer
 * says how far it reaches.
 */
public final class AcceptedSizes {
  private static final int LEAST_RUNS = 24;
  private static final int MOST_RUNS = 256;
  private static final int SOME = 4;
  private static final long MOST_STEPS = 2_000;

  /** So many polynomials may be solved, of all axes together: a second or two. */
  private static final long MOST_EFFORT = 60_000;

  private static final String SYMBOL = "_size";
  private static final SizeSet ALL = SizeSet.from(1);

  private final Model model;
  private final Domain domain;
  private final Baseline untilError;
  private final long mostRuns;
  private final boolean known;
  private long effort;
  private boolean batchWatched;
  private boolean batchMatters;

  private AcceptedSizes(Trace trace) {
    this.model = trace.model();
    this.domain = Interpreter.domain(model);
    this.untilError = Baseline.of(trace, (problem, uses) -> true);
    this.known = !isLost(trace);
    long runs = MOST_STEPS / Math.max(1, trace.steps().size());
    this.mostRuns = Math.max(LEAST_RUNS, Math.min(MOST_RUNS, runs));
  }

  /**
   * For each input the accepted sizes of every axis of its shape, the batch in its place; empty if
   * the model has errors.
   */
  public static List<List<AxisSizes>> of(Trace trace) {
    List<List<AxisSizes>> inputs = new ArrayList<>();
    AcceptedSizes sizes = new AcceptedSizes(trace);
    List<InputDeclaration> declared = trace.model().root().inputs();
    if (trace.hasErrors()) {
      return List.of();
    }
    for (int i = 0; i < declared.size(); i++) {
      List<AxisSizes> axes = new ArrayList<>();
      for (int axis = 0; axis < declared.get(i).sample().rank(); axis++) {
        axes.add(sizes.of(TunableAxes.of(i, axis)));
      }
      inputs.add(axes);
    }
    AxisSizes batch = AxisSizes.exactly(sizes.acceptsOne() ? ALL : SizeSet.from(2));
    for (int i = 0; i < declared.size(); i++) {
      int at = declared.get(i).batchAxis();
      if (at >= 0) {
        inputs.get(i).add(Math.min(at, inputs.get(i).size()), batch);
      }
    }
    return inputs;
  }

  /** Whether a batch of one passes, too; mostly nothing in the other runs depended on it. */
  private boolean acceptsOne() {
    if (batchWatched && !batchMatters) {
      return true;
    }
    Domain one = domain.with("N", SizeSet.of(1));
    return !Interpreter.run(model, new DomainDecider(one)).hasErrors();
  }

  private AxisSizes of(TunableAxes axis) {
    Dim declared = axis.size(model);
    if (!declared.isConstant()) {
      return declared.symbols().size() == 1 && declared.equals(Dim.symbol(first(declared)))
          ? free(first(declared))
          : AxisSizes.exactly(ALL);
    }
    return of(axis, declared.value());
  }

  /** What the user promised of a free size; what is not solved of it is tried. */
  private AxisSizes free(String symbol) {
    SizeSet values = domain.values(symbol);
    Condition unsolved = domain.unsolved(symbol);
    if (unsolved.symbols().isEmpty()) {
      return AxisSizes.exactly(values);
    }
    SizeSet met = SizeSet.empty();
    for (long size = 1; size <= MOST_RUNS; size++) {
      met = holds(unsolved, symbol, size) ? met.union(SizeSet.of(size)) : met;
    }
    return new AxisSizes(met.intersect(values), MOST_RUNS);
  }

  private static boolean holds(Condition condition, String symbol, long size) {
    try {
      return condition.test(Map.of(symbol, size));
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  private static String first(Dim dim) {
    return dim.symbols().iterator().next();
  }

  private AxisSizes of(TunableAxes axis, long declared) {
    try {
      return solved(axis, declared);
    } catch (ArithmeticException tooManyRanges) {
      return new AxisSizes(SizeSet.of(declared).union(tried(axis, ALL, mostRuns)), mostRuns);
    }
  }

  private AxisSizes solved(TunableAxes axis, long declared) {
    Model symbolic = axis.with(model, Dim.symbol(SYMBOL));
    SizeSet accepted = SizeSet.of(declared);
    SizeSet open = ALL;
    long shadow = declared;
    for (int run = 0; run < mostRuns && !open.isEmpty(); run++) {
      ShadowDecider decider = new ShadowDecider(domain, SYMBOL, shadow, open, true);
      boolean clean;
      boolean lost = false;
      try {
        Trace trace = Interpreter.run(symbolic, decider);
        clean = !trace.hasErrors();
        lost = clean && known && isLost(trace);
        batchWatched = true;
      } catch (ShadowDecider.Settled settled) {
        clean = !decider.failed() && isAccepted(axis, shadow, declared);
      }
      batchMatters |= decider.batchMatters();
      effort += decider.effort();
      if (clean && !lost) {
        accepted = accepted.union(decider.alike());
      } else if (lost
          || !decider.failed() && (run == 0 || isAnyAccepted(axis, decider.alike(), declared))) {
        long most = Math.max(mostRuns - run, LEAST_RUNS);
        return new AxisSizes(accepted.union(tried(axis, open, most)), most);
      }
      open = decider.elsewhere().minus(SizeSet.of(shadow));
      shadow = open.min().orElse(0L);
      if (decider.guessed() || effort > MOST_EFFORT && !open.isEmpty()) {
        SizeSet left = decider.guessed() ? ALL.minus(accepted) : open;
        return new AxisSizes(accepted.union(tried(axis, left, mostRuns)), mostRuns);
      }
    }
    return new AxisSizes(accepted, open.isEmpty() ? AxisSizes.ALL : shadow - 1);
  }

  /** Whether a shape is not known for all sizes, so that nothing behind it was checked. */
  private static boolean isLost(Trace trace) {
    return trace.problems().stream().anyMatch(p -> p.id() == ProblemId.UNCHECKED);
  }

  private boolean isAccepted(TunableAxes axis, long size, long declared) {
    return size == declared
        || !Interpreter.run(axis.with(model, Dim.of(size)), untilError).hasErrors();
  }

  /** Whether a size is accepted of those that fare alike, by the first of them. */
  private boolean isAnyAccepted(TunableAxes axis, SizeSet alike, long declared) {
    Optional<Long> size = alike.min();
    for (int i = 0; i < SOME && size.isPresent(); i++) {
      if (isAccepted(axis, size.get(), declared)) {
        return true;
      }
      size = alike.next(size.get() + 1);
    }
    return false;
  }

  /** A rule wants a plain number, so sizes are tried one by one. */
  private SizeSet tried(TunableAxes axis, SizeSet open, long most) {
    SizeSet accepted = SizeSet.empty();
    Optional<Long> size = open.min();
    while (size.isPresent() && size.get() <= most) {
      if (isAccepted(axis, size.get(), 0)) {
        accepted = accepted.union(SizeSet.of(size.get()));
      }
      size = open.next(size.get() + 1);
    }
    return accepted;
  }
}
