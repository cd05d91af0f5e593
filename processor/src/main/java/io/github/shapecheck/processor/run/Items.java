package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items and slices of tuples and lists, of repeated modules and of a field's layers. */
final class Items {
  private Items() {}

  /**
   * An item or a slice of a sequence, of repeated modules or of a field's layers; null where there
   * is none.
   */
  static @Nullable Value of(Value target, Value index) {
    if (target instanceof Value.Unknown || index instanceof Value.Unknown) {
      return Value.UNKNOWN;
    }
    if (target instanceof References.Modules modules) {
      int at = position(index, modules.instances().size());
      return at < 0
          ? null
          : new References.Modules(
              modules.path() + "." + at, modules.field(), List.of(modules.instances().get(at)));
    }
    if (target instanceof References.Layers layers) {
      int at = position(index, layers.layers().size());
      return at < 0 ? null : new References.Layers(layers.path(), List.of(layers.layers().get(at)));
    }
    if (!(target instanceof Value.Sequence sequence)) {
      return null;
    }
    if (index instanceof Value.Slice slice) {
      return slice(sequence, slice);
    }
    int at = position(index, sequence.items().size());
    return at < 0 ? null : sequence.items().get(at);
  }

  private static int position(Value index, int size) {
    Dim dim = index.dim();
    if (dim == null || !dim.isConstant() || dim.value() < -size || dim.value() >= size) {
      return -1;
    }
    return (int) (dim.value() < 0 ? dim.value() + size : dim.value());
  }

  /** Rule ask-4: as Python, with any step but 0. */
  private static @Nullable Value slice(Value.Sequence sequence, Value.Slice slice) {
    int size = sequence.items().size();
    Long step = bound(slice.step(), 1);
    if (step == null || step == 0) {
      return null;
    }
    boolean forward = step > 0;
    Long lower = bound(slice.lower(), forward ? 0 : size - 1);
    Long upper = bound(slice.upper(), forward ? size : -1 - size);
    if (lower == null || upper == null) {
      return null;
    }
    int least = forward ? 0 : -1;
    int most = forward ? size : size - 1;
    long stop = clamp(upper, size, least, most);
    List<Value> items = new ArrayList<>();
    for (long i = clamp(lower, size, least, most); forward ? i < stop : i > stop; i += step) {
      items.add(sequence.items().get((int) i));
    }
    return new Value.Sequence(items, sequence.tuple());
  }

  private static @Nullable Long bound(Value value, long absent) {
    if (value instanceof Value.None) {
      return absent;
    }
    Dim dim = value.dim();
    return dim == null || !dim.isConstant() ? null : dim.value();
  }

  private static long clamp(long bound, int size, int least, int most) {
    return Math.max(least, Math.min(bound < 0 ? bound + size : bound, most));
  }
}
