package io.github.shapecheck.processor.solve;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Domain;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
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

  private final Model model;
  private final Trial trial;
  private final Problem problem;

  Tuning(Model model, Trial trial, Problem problem) {
    this.model = model;
    this.trial = trial;
    this.problem = problem;
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
      Trace trace = trial.run(symbolic, decider);
      if (value != declared && trial.isWithout(trace, problem)) {
        Optional<Edit> edit = verified(knob, value, decider.alike());
        if (edit.isPresent()) {
          return edit;
        }
      }
      for (SizeSet remedy : decider.remedies()) {
        nearest(remedy, declared).ifPresent(open::push);
      }
    }
    return Optional.empty();
  }

  private Optional<Edit> verified(Knob knob, long value, SizeSet alike) {
    if (!trial.repairs(knob.with(model, Dim.of(value)), problem)) {
      return Optional.empty();
    }
    for (SizeRange range : alike.ranges()) {
      if (range.contains(value) && range.step() == 1 && !range.isUnbounded()) {
        Knob.Ends ends = new Knob.Ends(range.first(), range.last());
        if (ends.first() < ends.last() && isGood(knob, ends)) {
          return Optional.of(knob.edit(model, ends.first(), ends.last()));
        }
      }
    }
    return Optional.of(knob.edit(model, value, value));
  }

  private boolean isGood(Knob knob, Knob.Ends ends) {
    return knob.corners(model, ends).stream().allMatch(corner -> trial.repairs(corner, problem));
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
