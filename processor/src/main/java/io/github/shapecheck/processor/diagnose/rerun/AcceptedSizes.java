package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.promise.DomainDecider;
import io.github.shapecheck.processor.run.trace.Baseline;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.size.Projection;
import io.github.shapecheck.processor.size.Solution;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  private static final String BATCH = InputDeclaration.BATCH.toString();
  private static final String SYMBOL = "_size";
  private static final SizeSet ALL = SizeSet.from(1);

  /** Where a free size is looked at first: room for most windows. */
  private static final long USUAL = 24;

  /**
   * What is asked for.
   *
   * @param symbol what stands for its size
   * @param sizes those that are in question
   * @param resized the model with another size
   * @param first what a run of all axes tells of it, if that went for all of them
   */
  private record Axis(
      String symbol, SizeSet sizes, Function<Dim, Model> resized, @Nullable ShadowDecider first) {
    Model at(Dim size) {
      return resized.apply(size);
    }
  }

  private final Model model;
  private final Domain domain;
  private final Baseline untilError;
  private final long mostRuns;
  private final boolean known;
  private final Map<String, AxisSizes> free = new HashMap<>();
  private long effort;
  private @Nullable Condition granted; // of fixed sizes the trace says it
  private boolean batchWatched;
  private boolean batchMatters;

  private AcceptedSizes(Trace trace) {
    this.model = trace.model();
    this.domain = Interpreter.domain(model);
    this.untilError = Baseline.of(trace, (problem, uses) -> true);
    this.known = !trace.isLost();
    this.granted = model.hasFreeSizes() ? null : trace.formulas();
    long runs = MOST_STEPS / Math.max(1, trace.steps().size());
    this.mostRuns = Math.max(LEAST_RUNS, Math.min(MOST_RUNS, runs));
  }

  /**
   * For each input the accepted sizes of every axis of its shape, the batch in its place; empty if
   * the model has errors.
   */
  public static List<List<AxisSizes>> of(Trace trace) {
    List<List<AxisSizes>> inputs = new ArrayList<>();
    if (trace.hasErrors()) {
      return List.of();
    }
    AcceptedSizes sizes = new AcceptedSizes(trace);
    List<InputDeclaration> declared = trace.model().root().inputs();
    Map<String, ShadowDecider> together = sizes.together();
    for (int i = 0; i < declared.size(); i++) {
      List<AxisSizes> axes = new ArrayList<>();
      for (int axis = 0; axis < declared.get(i).sample().rank(); axis++) {
        ShadowDecider first = together.get(AxesDecider.symbol(i, axis));
        axes.add(sizes.of(TunableAxes.of(i, axis), first));
      }
      inputs.add(axes);
    }
    AxisSizes batch = sizes.batch();
    for (int i = 0; i < declared.size(); i++) {
      int at = declared.get(i).batchAxis();
      if (at >= 0) {
        inputs.get(i).add(Math.min(at, inputs.get(i).size()), batch);
      }
    }
    return inputs;
  }

  /**
   * What one run with a symbol on every axis of a plain size tells of each; nothing where that goes
   * wrong, and of one axis, whose own run ends sooner.
   */
  private Map<String, ShadowDecider> together() {
    AxesDecider decider = new AxesDecider(model, domain);
    Map<String, ShadowDecider> axes = decider.axes();
    try {
      if (axes.size() < 2 || !isRight(Interpreter.run(decider.symbolic(), decider))) {
        return Map.of();
      }
    } catch (ShadowDecider.Settled | ArithmeticException unlike) {
      return Map.of();
    }
    batchWatched = true;
    for (ShadowDecider axis : axes.values()) {
      batchMatters |= axis.batchMatters();
      effort += axis.effort();
    }
    axes.values().removeIf(ShadowDecider::guessed);
    return axes;
  }

  private boolean isRight(Trace trace) {
    return !trace.hasErrors() && !(known && trace.isLost());
  }

  /** Every batch, as far as tables reach whose places it counts. */
  private AxisSizes batch() {
    SizeSet all = acceptsOne() ? ALL : SizeSet.from(2);
    return granted().symbols().contains(BATCH)
        ? promised(new Projection(domain.with(BATCH, all).given(granted()), BATCH))
        : AxisSizes.exactly(all);
  }

  /** Whether a batch of one passes, too; mostly nothing in the other runs depended on it. */
  private boolean acceptsOne() {
    if (batchWatched && !batchMatters) {
      return true;
    }
    Domain one = domain.with(BATCH, SizeSet.of(1));
    return !Interpreter.run(model, one, Baseline.NONE).hasErrors();
  }

  private AxisSizes of(TunableAxes axis, @Nullable ShadowDecider first) {
    Dim declared = axis.size(model);
    if (!declared.isConstant()) {
      return declared.symbols().size() == 1 && declared.equals(Dim.symbol(first(declared)))
          ? free.computeIfAbsent(first(declared), this::free)
          : AxisSizes.exactly(ALL);
    }
    Axis numbered = new Axis(SYMBOL, ALL, size -> axis.with(model, size), first);
    return of(numbered, declared.value(), declared.value());
  }

  /** What the user promised of a free size, as far as tables reach. */
  private AxisSizes free(String symbol) {
    boolean bounded = granted().symbols().contains(symbol);
    Domain within = bounded ? domain.given(granted()) : domain;
    boolean related = within.relations().symbols().contains(symbol);
    return bounded && !related
        ? withinTables(symbol, within.values(symbol))
        : promised(new Projection(within, symbol));
  }

  /** What is not solved is tried. */
  private static AxisSizes promised(Projection projection) {
    Solution solution = projection.solution();
    return solution.complete()
        ? AxisSizes.exactly(solution.sizes())
        : new AxisSizes(projection.tried(), projection.reach());
  }

  private AxisSizes withinTables(String symbol, SizeSet within) {
    Axis free =
        new Axis(
            symbol, domain.values(symbol), size -> model.withSizes(Map.of(symbol, size)), null);
    return of(free, 0, within.next(USUAL).or(within::min).orElse(1L));
  }

  /** What the run takes for granted of free sizes. */
  private Condition granted() {
    if (granted == null) {
      DomainDecider decider = new DomainDecider(domain);
      Interpreter.run(model, decider);
      granted = decider.granted();
    }
    return granted;
  }

  private static String first(Dim dim) {
    return dim.symbols().iterator().next();
  }

  /** Sizes of an axis of which one is known to be accepted (0: none), from one of them on. */
  private AxisSizes of(Axis axis, long declared, long start) {
    SizeSet known = declared == 0 ? SizeSet.empty() : SizeSet.of(declared);
    try {
      return solved(axis, declared, start);
    } catch (ArithmeticException tooManyRanges) {
      return new AxisSizes(known.union(tried(axis, axis.sizes(), mostRuns)), mostRuns);
    }
  }

  private AxisSizes solved(Axis axis, long declared, long start) {
    Model symbolic = axis.at(Dim.symbol(axis.symbol()));
    SizeSet accepted = declared == 0 ? SizeSet.empty() : SizeSet.of(declared);
    SizeSet open = axis.sizes();
    long shadow = start;
    ShadowDecider first = axis.first();
    if (first != null) {
      accepted = accepted.union(first.alike());
      open = first.elsewhere().minus(SizeSet.of(start));
      shadow = open.min().orElse(0L);
    }
    for (int run = first == null ? 0 : 1; run < mostRuns && !open.isEmpty(); run++) {
      ShadowDecider decider =
          new ShadowDecider(domain, axis.symbol(), shadow, open, ShadowDecider.Use.AXIS);
      boolean clean;
      boolean lost = false;
      try {
        Trace trace = Interpreter.run(symbolic, decider);
        clean = !trace.hasErrors();
        lost = clean && known && trace.isLost();
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
        SizeSet left = decider.guessed() ? axis.sizes().minus(accepted) : open;
        return new AxisSizes(accepted.union(tried(axis, left, mostRuns)), mostRuns);
      }
    }
    return new AxisSizes(accepted, open.isEmpty() ? AxisSizes.ALL : shadow - 1);
  }

  private boolean isAccepted(Axis axis, long size, long declared) {
    return size == declared || !Interpreter.run(axis.at(Dim.of(size)), untilError).hasErrors();
  }

  /** Whether a size is accepted of those that fare alike, by the first of them. */
  private boolean isAnyAccepted(Axis axis, SizeSet alike, long declared) {
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
  private SizeSet tried(Axis axis, SizeSet open, long most) {
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
