package io.github.shapecheck.processor.run.record;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which way a program goes where only a tensor's values or the outside world decide: not into the
 * branch, unless the plan says so; where there was a choice, and which shapes there were where the
 * ways meet again, is remembered.
 */
public final class Decisions {
  private static final String COUNTED = "\\bany_\\w+";
  private final Set<Place> plan;
  private final Set<Place> open = new LinkedHashSet<>();
  private final Set<Place> done = new HashSet<>();
  private final Map<Place, Map<String, String>> met = new HashMap<>();

  public Decisions(Set<Place> plan) {
    this.plan = plan;
  }

  /** The way at a place; a loop that is entered is entered once. */
  public boolean decide(Place place, boolean loop) {
    open.add(place);
    return plan.contains(place) && (done.add(place) || !loop);
  }

  /** Where there was a choice. */
  public Set<Place> open() {
    return open;
  }

  /** Whether the ways of a choice have met before, which is what counts. */
  public boolean hasMet(Place place) {
    return met.containsKey(place);
  }

  /** The ways of a choice meet with these values. */
  public void met(Place place, Map<String, Value> values) {
    Map<String, String> shapes = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          String shape = shape(value);
          if (shape != null) {
            shapes.put(name, shape);
          }
        });
    met.putIfAbsent(place, shapes);
  }

  /** What differs where the ways of a choice meet, in words; null for nothing. */
  public @Nullable String difference(Decisions other, Place place) {
    Map<String, String> others = other.met.getOrDefault(place, Map.of());
    for (Map.Entry<String, String> one : met.getOrDefault(place, Map.of()).entrySet()) {
      String shape = others.get(one.getKey());
      boolean differs = shape != null && !plain(shape).equals(plain(one.getValue()));
      if (differs) {
        return one.getKey() + " is " + one.getValue() + " or " + shape;
      }
    }
    return null;
  }

  /** Sizes that depend on values are alike. */
  private static String plain(String shape) {
    return shape.replaceAll(COUNTED, "any");
  }

  private static @Nullable String shape(Value value) {
    if (value instanceof Tensor tensor) {
      return tensor.shape().isKnown() ? tensor.shape().toString() : null;
    }
    List<Value> items =
        value instanceof ListObject list
            ? list.items()
            : value instanceof Value.Sequence sequence ? sequence.items() : List.of();
    StringBuilder shapes = new StringBuilder();
    for (Value item : items) {
      String shape = shape(item);
      if (shape == null) {
        return null;
      }
      shapes.append(shapes.length() == 0 ? "" : ", ").append(shape);
    }
    return shapes.length() == 0 ? null : "(" + shapes + ")";
  }
}
