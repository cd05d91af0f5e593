package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.problem.Place;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which way a program goes where only a tensor's values or the outside world decide: not into the
 * branch, unless the plan says so; where there was a choice is remembered.
 */
final class Decisions {
  private final Set<Place> plan;
  private final Set<Place> open = new LinkedHashSet<>();
  private final Set<Place> done = new HashSet<>();

  Decisions(Set<Place> plan) {
    this.plan = plan;
  }

  /** The way at a place; a loop that is entered is entered once. */
  boolean decide(Place place, boolean loop) {
    open.add(place);
    return plan.contains(place) && (done.add(place) || !loop);
  }

  /** Where there was a choice. */
  Set<Place> open() {
    return open;
  }
}
