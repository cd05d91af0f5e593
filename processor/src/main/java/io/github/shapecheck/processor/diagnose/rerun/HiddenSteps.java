package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.run.trace.Step;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The part of a run behind its errors, where other mistakes may lie unseen. */
final class HiddenSteps {
  /** A layer, or a function in a line of a module. */
  record Spot(String scope, String subject, Line line) {
    Spot(Step step) {
      this(
          step.layer() == null ? step.scope() : "",
          step.label(),
          step.layer() == null ? new Line(step.place()) : Line.NONE);
    }
  }

  record Line(Origin origin, int line) {
    static final Line NONE = new Line(Place.NONE);

    Line(Place place) {
      this(place.origin(), place.line());
    }
  }

  /** What a problem names, or a spot of any module. */
  private record Named(String subject, Line line) {}

  /** How often what is known throughout was met. */
  private final Map<Spot, Long> bright;

  private final Set<Spot> failed = new HashSet<>();
  private final Set<Named> met = new HashSet<>();
  private final Set<Named> made = new HashSet<>();

  HiddenSteps(Trace trace) {
    Set<Spot> dark = new HashSet<>();
    List<Spot> known = new ArrayList<>();
    BitSet doubtful = new BitSet();
    for (int i = 0; i < trace.steps().size(); i++) {
      Step step = trace.steps().get(i);
      doubtful.set(i, step.call().failed() || !isKnown(step) || readsDoubtful(step, doubtful));
      (doubtful.get(i) ? dark : known).add(new Spot(step));
      if (step.call().failed()) {
        failed.add(new Spot(step));
      }
    }
    known.removeAll(dark);
    bright = known.stream().collect(Collectors.groupingBy(spot -> spot, Collectors.counting()));
    bright.keySet().forEach(spot -> met.add(new Named(spot.subject(), spot.line())));
    for (LayerDeclaration layer : trace.made().values()) {
      if (layer.attributes().values().stream()
          .anyMatch(it -> it.value() instanceof Value.Unknown)) {
        continue; // its other numbers are not held against what is not known
      }
      made.add(new Named(layer.type(), new Line(Place.of(layer.origin()))));
    }
    for (Problem problem : trace.problems()) {
      made.remove(new Named(problem.subject(), new Line(problem.place())));
    }
  }

  private static boolean isKnown(Step step) {
    List<Tensor> outputs = step.outputs();
    return !outputs.isEmpty()
        && outputs.stream().allMatch(output -> output.shape().isKnown())
        && (step.layer() == null || !step.arguments().isEmpty());
  }

  private static boolean readsDoubtful(Step step, BitSet doubtful) {
    for (Tensor argument : step.arguments()) {
      if (!argument.shape().isKnown()
          || argument.source() >= 0 && doubtful.get(argument.source())) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing was known of what problems of a changed run are about. */
  Predicate<Problem> coveredIn(Trace changed) {
    BitSet behind = behind(changed.steps());
    return problem -> {
      Optional<Step> step =
          changed.step(problem).filter(found -> found.label().equals(problem.subject()));
      if (step.isPresent()) {
        return behind.get(problem.step());
      }
      Line line = new Line(problem.place());
      return !isMet(problem.subject(), line) && !made.contains(new Named(problem.subject(), line));
    };
  }

  /** The steps that come oftener than they were met, if ever: an error had ended a loop. */
  private BitSet behind(List<Step> steps) {
    Map<Spot, Long> times = new HashMap<>();
    BitSet behind = new BitSet();
    for (int i = 0; i < steps.size(); i++) {
      Spot spot = new Spot(steps.get(i));
      behind.set(i, times.merge(spot, 1L, Long::sum) > bright.getOrDefault(spot, 0L));
    }
    return behind;
  }

  /** Whether that may be so of a problem of which the step is not known. */
  boolean mayCover(Problem problem) {
    return !isMet(problem.subject(), Line.NONE);
  }

  private boolean isMet(String subject, Line line) {
    return met.contains(new Named(subject, line)) || met.contains(new Named(subject, Line.NONE));
  }

  /** Whether a step was not met, or with arguments of which nothing was known. */
  boolean hides(Step step) {
    return !bright.containsKey(new Spot(step)) && !failed.contains(new Spot(step));
  }
}
