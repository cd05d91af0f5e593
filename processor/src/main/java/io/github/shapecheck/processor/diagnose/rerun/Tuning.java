package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the value of a number nearest to the declared one with which a problem is gone: the model
 * runs with a symbol for the number, and the requirements that the declared value fails are solved
 * for it.
 *
 * @param hints numbers that stand in the line, which may be what the user meant
 */
public record Tuning(Model model, Rerun rerun, Problem problem, List<Long> hints) {
  private static final String SYMBOL = "_number";
  private static final int MOST_RUNS = 10;
  private static final int MOST_NEIGHBOURS = 8;
  private static final long FARTHEST = 200;

  /** No size meets them, but another one may take another way, as where an axis of 1 is dropped. */
  private static final Set<ProblemId> OF_AXES = EnumSet.of(ProblemId.RANK, ProblemId.DIM_RANGE);

  /** The edit that gives the number its nearest good values, tried; empty if none were found. */
  public Optional<Edit> of(Tunable number, long declared, SizeSet allowed) {
    Domain domain = Interpreter.domain(model);
    Model symbolic = number.with(model, Dim.symbol(SYMBOL));
    Deque<Long> open = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    open.add(declared);
    SizeSet all = allowed;
    for (int run = 0; run < MOST_RUNS && !open.isEmpty() && rerun.goesOn(); run++) {
      long value = open.pop();
      if (!seen.add(value)) {
        continue;
      }
      ShadowDecider decider =
          new ShadowDecider(domain, SYMBOL, value, allowed, ShadowDecider.Use.PROPOSAL);
      boolean clean = rerun.isWithout(symbolic, decider, edit(number, value), problem);
      if (value != declared && isGood(number, value)) {
        return Optional.of(edit(number, value, clean ? decider.alike() : SizeSet.of(value)));
      }
      for (SizeSet remedy : decider.remedies()) {
        hints.stream().filter(remedy::contains).forEach(open::addLast);
        nearest(remedy, declared).ifPresent(open::push);
      }
      for (SizeSet remedy : decider.remedies()) {
        SizeSet met = remedy.intersect(all);
        if (!met.isEmpty() && !met.equals(remedy)) {
          nearest(met, declared).ifPresent(open::push);
        }
        all = met.isEmpty() ? all : met;
      }
      if (OF_AXES.contains(problem.id())) {
        nearest(decider.elsewhere(), declared).ifPresent(open::addLast);
      }
    }
    return Optional.empty();
  }

  /**
   * As {@link #of}, by trying the numbers around the declared one: for requirements that cannot be
   * solved, such as a number of cells of which both sides vary.
   */
  public Optional<Edit> byTrying(Tunable number, long declared) {
    if (rerun.leaves(number.with(model, Dim.of(declared + FARTHEST)), problem)) {
      return Optional.empty(); // it has no part in the problem
    }
    for (long distance = 1;
        distance <= Math.min(declared, FARTHEST) && rerun.goesOn();
        distance++) {
      for (long value : new long[] {declared + distance, declared - distance}) {
        if (value > 0 && isGood(number, value)) {
          return Optional.of(edit(number, value, SizeSet.empty()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an edit removes the problem and makes no new one. */
  public boolean isGood(Edit edit) {
    return rerun.repairs(edit, problem);
  }

  private boolean isGood(Tunable number, long value) {
    return rerun.repairs(number.with(model, Dim.of(value)), edit(number, value), problem);
  }

  private Edit edit(Tunable number, long value, SizeSet alike) {
    if (number.takesRange()) {
      Tunable.Ends ends = around(value, alike, number);
      if (ends.first() < ends.last()
          && number.corners(model, ends).stream()
              .allMatch(corner -> rerun.repairs(corner, edit(number, value), problem))) {
        return number.edit(model, ends.first(), ends.last());
      }
    }
    return edit(number, value);
  }

  private Edit edit(Tunable number, long value) {
    return number.edit(model, value, value);
  }

  /** The neighbours that will do, too: as the conditions say, else by trying. */
  private Tunable.Ends around(long value, SizeSet alike, Tunable number) {
    for (SizeRange range : alike.ranges()) {
      if (range.contains(value) && range.first() < range.last()) {
        if (range.step() == 1) {
          return range.isUnbounded()
              ? new Tunable.Ends(value, value)
              : new Tunable.Ends(range.first(), range.last());
        }
      }
    }
    long first = value;
    long last = value;
    while (value - first < MOST_NEIGHBOURS && first > 1 && isGood(number, first - 1)) {
      first--;
    }
    while (last - value < MOST_NEIGHBOURS && isGood(number, last + 1)) {
      last++;
    }
    return new Tunable.Ends(first, last);
  }

  private static Optional<Long> nearest(SizeSet values, long declared) {
    Optional<Long> above = values.next(declared);
    Optional<Long> below = values.previous(declared);
    if (above.isEmpty() || below.isEmpty()) {
      return above.or(() -> below);
    }
    return above.get() - declared < declared - below.get() ? above : below;
  }
}
