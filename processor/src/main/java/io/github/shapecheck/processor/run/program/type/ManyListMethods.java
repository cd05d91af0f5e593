package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
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
      case "append" -> resized(list, count, sizeOf(list, List.of(in.object(1))), Value.NONE);
      case "insert" -> resized(list, count, sizeOf(list, List.of(in.object(2))), Value.NONE);
      case "extend" -> resized(list, count, sizeOf(list, in.object(1)), Value.NONE);
      case "pop" -> resized(list, count, Dim.of(-1), list.item());
      case "__delitem__" ->
          resized(list, count, in.get(1).dim() == null ? null : Dim.of(-1), Value.NONE);
      case "reverse" -> Value.NONE;
      case "copy" -> new ManyList(list.item(), count);
      case "__len__" -> new Value.Int(count);
      default -> null;
    };
  }

  private static @Nullable Value resized(ManyList list, Dim count, @Nullable Dim by, Value gives) {
    if (by == null) {
      return null;
    }
    list.resize(count.plus(by));
    return gives;
  }

  /** How many items a list has that are like those of another; null where they are not. */
  static @Nullable Dim sizeOf(ManyList list, Value others) {
    if (ManyList.plain(others) instanceof Value.Pieces pieces) {
      Dim alike = sizeOf(list, List.of(pieces.first(), pieces.last()));
      return alike == null ? null : pieces.count();
    }
    List<Value> items = Comparing.sequence(others);
    return items == null ? null : sizeOf(list, items);
  }

  private static @Nullable Dim sizeOf(ManyList list, List<Value> items) {
    boolean alike = items.stream().allMatch(item -> ManyLoop.isAlike(list.item(), item));
    return alike ? Dim.of(items.size()) : null;
  }
}
