package io.github.shapecheck.processor.diagnose.propose;

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
 */
final class Tuning {
  private static final String SYMBOL = "_number";
  private static final int MOST_RUNS = 10;
  private static final int MOST_NEIGHBOURS = 8;
  private static final long FARTHEST = 200;

  /** No size meets them, but another one may take another way, as where an axis of 1 is dropped. */
  private static final Set<ProblemId> OF_AXES = EnumSet.of(ProblemId.RANK, ProblemId.DIM_RANGE);

  private final Model model;
  private final Trial trial;
  private final Problem problem;
  private final List<Long> hints;

  /**
   * Tunes for a problem.
   *
   * @param hints numbers that stand in the line, which may be what the user meant
   */
  Tuning(Model model, Trial trial, Problem problem, List<Long> hints) {
    this.model = model;
    this.trial = trial;
    this.problem = problem;
    this.hints = hints;
  }

  /** The edit that gives the number its nearest good values, tried; empty if none were found. */
  Optional<Edit> of(Knob knob, long declared, SizeSet allowed) {
    Domain domain = Interpreter.domain(model);
    Model symbolic = knob.with(model, Dim.symbol(SYMBOL));
    Deque<Long> open = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    open.add(declared);
    for (int run = 0; run < MOST_RUNS && !open.isEmpty() && trial.goesOn(); run++) {
      long value = open.pop();
      if (!seen.add(value)) {
        continue;
      }
      ShadowDecider decider = new ShadowDecider(domain, SYMBOL, value, allowed, false);
      boolean clean = trial.isWithout(symbolic, decider, problem);
      if (value != declared && isGood(knob, value)) {
        return Optional.of(edit(knob, value, clean ? decider.alike() : SizeSet.of(value)));
      }
      for (SizeSet remedy : decider.remedies()) {
        hints.stream().filter(remedy::contains).forEach(open::addLast);
        nearest(remedy, declared).ifPresent(open::push);
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
  Optional<Edit> byTrying(Knob knob, long declared) {
    for (long distance = 1; distance <= FARTHEST && trial.goesOn(); distance++) {
      for (long value : new long[] {declared + distance, declared - distance}) {
        if (value > 0 && isGood(knob, value)) {
          return Optional.of(edit(knob, value, SizeSet.empty()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an edit removes the problem and makes no new one. */
  boolean isGood(Edit edit) {
    return trial.repairs(edit, problem);
  }

  private boolean isGood(Knob knob, long value) {
    return trial.repairs(knob.with(model, Dim.of(value)), problem);
  }

  private Edit edit(Knob knob, long value, SizeSet alike) {
    if (knob.takesRange()) {
      Knob.Ends ends = around(value, alike, knob);
      if (ends.first() < ends.last()
          && knob.corners(model, ends).stream().allMatch(m -> trial.repairs(m, problem))) {
        return knob.edit(model, ends.first(), ends.last());
      }
    }
    return knob.edit(model, value, value);
  }

  /** The neighbours that will do, too: as the conditions say, else by trying. */
  private Knob.Ends around(long value, SizeSet alike, Knob knob) {
    for (SizeRange range : alike.ranges()) {
      if (range.contains(value) && range.first() < range.last()) {
        if (range.step() == 1) {
          return range.isUnbounded()
              ? new Knob.Ends(value, value)
              : new Knob.Ends(range.first(), range.last());
        }
      }
    }
    long first = value;
    long last = value;
    while (value - first < MOST_NEIGHBOURS && first > 1 && isGood(knob, first - 1)) {
      first--;
    }
    while (last - value < MOST_NEIGHBOURS && isGood(knob, last + 1)) {
      last++;
    }
    return new Knob.Ends(first, last);
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
