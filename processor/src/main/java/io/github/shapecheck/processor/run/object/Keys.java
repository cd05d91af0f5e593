package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What makes two values the same key of a dict or the same item of a set. */
public final class Keys {
  private record Identity(Object object) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Identity that && object == that.object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  /** The keys of some items; their own hash, as a list's is the same for many that nest. */
  private record Items(List<Object> keys) {
    private static final int FACTOR = 0x9E3779B1;

    @Override
    public int hashCode() {
      int hash = keys.size();
      for (Object key : keys) {
        hash = Integer.rotateLeft((hash ^ key.hashCode()) * FACTOR, 15) * FACTOR;
      }
      return hash;
    }
  }

  /** Tuples of more items, counted through, are keys by what they are, not by what is in them. */
  private static final int MOST = 10_000;

  private Keys() {}

  /** The items of a tuple and of the tuples in it, counted on, until there are too many. */
  private static int size(Value value, int before) {
    int size = before + 1;
    if (value instanceof Value.Sequence sequence) {
      for (int i = 0; i < sequence.items().size() && size <= MOST; i++) {
        size = size(sequence.items().get(i), size);
      }
    }
    return size;
  }

  /** An object that equals that of equal keys: {@code 1}, {@code 1.0} and {@code True} are one. */
  public static Object of(Value value) {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.Int number) {
      return number.value().isConstant() ? (Object) number.value().value() : number.value();
    }
    if (value instanceof LargeInteger large) {
      return large.value();
    }
    if (value instanceof Value.Bool flag) {
      return flag.value() ? 1L : 0L;
    }
    if (value instanceof Value.Real real) {
      double number = real.value();
      return number == Math.rint(number) && Math.abs(number) < 1L << 53
          ? (Object) (long) number
          : number;
    }
    if (value instanceof Value.Sequence sequence) {
      if (size(value, 0) > MOST) {
        return new Identity(value);
      }
      List<Object> keys = new ArrayList<>(sequence.items().size());
      sequence.items().forEach(item -> keys.add(of(item)));
      return new Items(keys);
    }
    if (value instanceof SetObject set) {
      return set.keys();
    }
    if (value instanceof InstanceObject instance && instance.base() != null) {
      return of(instance.base());
    }
    if (value instanceof InstanceObject instance && instance.type().find("__hash__") != null) {
      List<Object> keys = new ArrayList<>(List.of(new Identity(instance.type())));
      instance.attributes().values().forEach(item -> keys.add(of(item)));
      return new Items(keys);
    }
    return value instanceof Tensor || value instanceof Value.Reference
        ? new Identity(value)
        : value;
  }

  /** Whether Python takes a value as a key: what can change is none. */
  public static boolean isHashable(Value value) {
    if (size(value, 0) > MOST) {
      return true;
    }
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().stream().allMatch(Keys::isHashable);
    }
    if (value instanceof InstanceObject instance && instance.base() != null) {
      return isHashable(instance.base());
    }
    return !(value instanceof ListObject
        || value instanceof Value.Slice
        || value instanceof DictObject
        || value instanceof SetObject set && !set.isFrozen());
  }
}
