package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which places a slice picks, as Python does: rule ask-4. */
public record Slices(long start, long stop, long step) {

  /** The places of a slice in a sequence; null for a step of 0 or what is no integer. */
  public static @Nullable Slices of(Value.Slice slice, int size) {
    Long step = bound(slice.step(), 1);
    if (step == null || step == 0) {
      return null;
    }
    boolean forward = step > 0;
    Long lower = bound(slice.lower(), forward ? 0 : Long.MAX_VALUE);
    Long upper = bound(slice.upper(), forward ? Long.MAX_VALUE : Long.MIN_VALUE);
    if (lower == null || upper == null) {
      return null;
    }
    int least = forward ? 0 : -1;
    int most = forward ? size : size - 1;
    return new Slices(clamp(lower, size, least, most), clamp(upper, size, least, most), step);
  }

  private static @Nullable Long bound(Value value, long absent) {
    if (value instanceof Value.None) {
      return absent;
    }
    if (value instanceof Value.Bool flag) {
      return flag.value() ? 1L : 0L;
    }
    Dim dim = value.dim();
    return dim == null || !dim.isConstant() ? null : dim.value();
  }

  private static long clamp(long bound, int size, int least, int most) {
    if (bound == Long.MIN_VALUE) {
      return least;
    }
    return Math.max(least, Math.min(bound < 0 ? bound + size : bound, most));
  }

  /** The places in order. */
  public List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    for (long at = start; step > 0 ? at < stop : at > stop; at += step) {
      places.add((int) at);
      if (Math.abs(step) > Integer.MAX_VALUE) {
        break;
      }
    }
    return places;
  }

  /** The items at these places. */
  public List<Value> of(List<Value> items) {
    return Value.each(places(), items::get);
  }
}
