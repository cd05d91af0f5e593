package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts values in order, by a key if there is one. */
public final class Sorting {
  private record Keyed(Value key, Value value) {}

  private Sorting() {}

  /** The values in order, those that are equal as they came; {@code key} and {@code reverse}. */
  public static List<Value> sorted(Invocation in, List<Value> values) {
    Value key = in.named("key", Value.NONE);
    boolean reverse = in.truth(in.named("reverse", Comparing.bool(false)));
    in.machine().makeEntries(values.size());
    List<Keyed> keyed = new ArrayList<>(values.size());
    for (Value value : values) {
      keyed.add(new Keyed(key instanceof Value.None ? value : in.call(key, value), value));
    }
    Comparator<Keyed> order = (a, b) -> order(in, a.key(), b.key());
    try {
      keyed.sort(reverse ? order.reversed() : order);
    } catch (IllegalArgumentException inconsistent) {
      throw in.error("TypeError", "these values have no order");
    }
    return keyed.stream().map(Keyed::value).toList();
  }

  private static int order(Invocation in, Value left, Value right) {
    return in.machine().order(in.frame(), left, right, Machine.NOWHERE);
  }
}
