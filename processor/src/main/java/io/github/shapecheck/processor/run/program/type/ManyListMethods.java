package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a list of equal tensors can do of which a free size says how many there are. */
final class ManyListMethods {
  private ManyListMethods() {}

  static Value call(String name, ManyList list, Invocation in) {
    Dim count = list.count();
    Value made = count == null ? Value.UNKNOWN : of(name, list, count, in);
    if (made == null) {
      list.resize(null);
      throw new ManyIteration(in.frame()).lost(list.describe(), in.span());
    }
    return made;
  }

  /** What a method gives; null where it cannot be followed. */
  private static @Nullable Value of(String name, ManyList list, Dim count, Invocation in) {
    return switch (name) {
      case "append" -> grown(list, sizeOf(list, List.of(in.object(1))));
      case "insert" -> grown(list, sizeOf(list, List.of(in.object(2))));
      case "extend" -> grown(list, sizeOf(list, in.object(1)));
      case "pop" -> shortened(list, list.item(), in.size() > 1 ? in.get(1) : Value.Int.of(0));
      case "__delitem__" -> shortened(list, Value.NONE, in.get(1));
      case "reverse" -> Value.NONE;
      case "copy" -> new ManyList(list.item(), count);
      case "__len__" -> new Value.Int(count);
      default -> null;
    };
  }

  private static @Nullable Value grown(ManyList list, @Nullable Dim more) {
    Dim count = list.count();
    if (count == null || more == null) {
      return null;
    }
    list.resize(count.plus(more));
    return Value.NONE;
  }

  private static @Nullable Value shortened(ManyList list, Value gives, Value place) {
    boolean one = place.dim() != null;
    list.resize(one ? Objects.requireNonNull(list.count()).minus(1) : null);
    return one ? gives : null;
  }

  /** How many items a list has that are like those of another; null where they are not. */
  static @Nullable Dim sizeOf(ManyList list, Value others) {
    if (ManyList.plain(others) instanceof Value.Pieces pieces) {
      boolean alike = isAlike(list, pieces.first()) && isAlike(list, pieces.last());
      return alike ? pieces.count() : null;
    }
    List<Value> items = Comparing.sequence(others);
    return items == null ? null : sizeOf(list, items);
  }

  private static @Nullable Dim sizeOf(ManyList list, List<Value> items) {
    return items.stream().allMatch(item -> isAlike(list, item)) ? Dim.of(items.size()) : null;
  }

  private static boolean isAlike(ManyList list, Value item) {
    return item instanceof Tensor tensor
        && tensor.shape().equals(list.item().shape())
        && tensor.dtype() == list.item().dtype();
  }
}
