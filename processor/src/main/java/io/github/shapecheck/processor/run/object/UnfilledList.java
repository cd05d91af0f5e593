package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of equal items, as many as a free size says, that a loop fills.
 *
 * @param initial what stands where nothing was put
 * @param places where something was put
 * @param filled what was put there
 */
public record UnfilledList(Dim count, Value initial, List<Dim> places, ListObject filled)
    implements Value.Reference {
  public UnfilledList(Dim count, Value initial) {
    this(count, initial, new ArrayList<>(), new ListObject(List.of()));
  }

  /** What stands at a place. */
  public Value get(Dim place) {
    boolean fromEnd = place.isConstant() && place.value() < 0;
    int at = places.indexOf(fromEnd ? count.plus(place) : place);
    return at < 0 || at >= filled.items().size() ? initial : filled.items().get(at);
  }

  /** Puts something at the first or the last place; false for others. */
  public boolean set(Dim place, Value value) {
    if (!place.equals(Dim.of(0)) && !place.equals(count.minus(1))) {
      return false;
    }
    int at = places.indexOf(place);
    if (at >= 0 && at < filled.items().size()) {
      filled.items().set(at, value);
      return true;
    }
    places.subList(filled.items().size(), places.size()).clear(); // of a loop that was undone
    places.add(place);
    filled.items().add(value);
    return true;
  }

  @Override
  public String describe() {
    return "a list of " + count + " times " + initial.kind();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
