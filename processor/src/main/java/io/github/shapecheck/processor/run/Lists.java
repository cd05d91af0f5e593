package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lists do in a forward pass without loops: grow, shrink, turn round, count. */
final class Lists {
  private static final long LONGEST = 100_000;

  /**
   * What a method gives and what becomes of its list.
   *
   * @param result the method's value
   * @param list the list afterwards
   */
  record Change(Value result, Value.Sequence list) {}

  private Lists() {}

  /** A method of a list; null where it is not known or does not fit. */
  static @Nullable Change call(Value.Sequence list, String name, List<Value> arguments) {
    List<Value> items = new ArrayList<>(list.items());
    Value result = Value.NONE;
    switch (name) {
      case "append" -> items.addAll(arguments.subList(0, Math.min(1, arguments.size())));
      case "extend" -> {
        if (arguments.size() != 1 || !(arguments.get(0) instanceof Value.Sequence more)) {
          return null;
        }
        items.addAll(more.items());
      }
      case "insert" -> {
        int at = arguments.size() == 2 ? index(arguments.get(0), items.size()) : -1;
        if (at < 0) {
          return null;
        }
        items.add(at, arguments.get(1));
      }
      case "pop" -> {
        int at = arguments.isEmpty() ? items.size() - 1 : index(arguments.get(0), items.size());
        if (at < 0 || at >= items.size()) {
          return null;
        }
        result = items.remove(at);
      }
      case "reverse" -> Collections.reverse(items);
      default -> {
        return null;
      }
    }
    return new Change(result, new Value.Sequence(items, list.tuple()));
  }

  private static int index(Value value, int size) {
    Dim dim = value.dim();
    if (dim == null || !dim.isConstant() || Math.abs(dim.value()) > size) {
      return -1;
    }
    return (int) (dim.value() < 0 ? dim.value() + size : dim.value());
  }

  /** {@code range(start, stop, step)} as a list; null where it is too long or not known. */
  static @Nullable Value range(List<Value> arguments) {
    long[] bounds = new long[3];
    bounds[2] = 1;
    for (int i = 0; i < Math.min(arguments.size(), 3); i++) {
      Dim dim = arguments.get(i).dim();
      if (dim == null || !dim.isConstant()) {
        return Value.UNKNOWN;
      }
      bounds[i] = dim.value();
    }
    long start = arguments.size() == 1 ? 0 : bounds[0];
    long stop = arguments.size() == 1 ? bounds[0] : bounds[1];
    List<Value> items = new ArrayList<>();
    for (long i = start; bounds[2] > 0 ? i < stop : bounds[2] < 0 && i > stop; i += bounds[2]) {
      items.add(Value.Int.of(i));
      if (items.size() > LONGEST) {
        return null;
      }
    }
    return new Value.Sequence(items, false);
  }

  /** The items in reverse. */
  static @Nullable Value reversed(Value value) {
    if (!(value instanceof Value.Sequence sequence)) {
      return null;
    }
    List<Value> items = new ArrayList<>(sequence.items());
    Collections.reverse(items);
    return new Value.Sequence(items, false);
  }
}
