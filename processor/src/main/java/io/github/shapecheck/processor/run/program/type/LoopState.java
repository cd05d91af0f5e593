package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.UnfilledList;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Variables and the lists that they hold, as they are at a step of a loop.
 *
 * @param counts how long the lists are that a free size has made
 */
record LoopState(
    Map<String, Value> variables,
    Map<ListObject, List<Value>> lists,
    Map<ManyList, @Nullable Dim> counts) {
  private static final int DEEPEST = 4;

  /** As they are now. */
  static LoopState of(Frame frame) {
    LoopState state =
        new LoopState(
            new HashMap<>(frame.environment().variables()),
            new IdentityHashMap<>(),
            new IdentityHashMap<>());
    state.variables.values().forEach(value -> state.collect(value, 0));
    return state;
  }

  private void collect(Value value, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (value instanceof UnfilledList places) {
      collect(places.filled(), depth);
    } else if (value instanceof ManyList list) {
      counts.put(list, list.count());
    } else if (value instanceof ListObject list
        && lists.put(list, List.copyOf(list.items())) == null) {
      list.items().forEach(item -> collect(item, depth + 1));
    } else if (value instanceof DictObject dict) {
      dict.values().forEach(item -> collect(item, depth + 1));
    } else if (value instanceof InstanceObject instance) {
      instance.attributes().values().forEach(item -> collect(item, depth + 1));
    }
  }

  /** A list of equal items that the loop began to fill anew was empty. */
  void refilled(String name, Value now) {
    Value before = variables.getOrDefault(name, Value.NONE);
    if (now instanceof UnfilledList places && ManyList.plain(before) instanceof Value.Pieces) {
      lists.put(places.filled(), List.of());
    }
  }

  /** How much longer a list is than it was, null where nobody knows. */
  private @Nullable Dim growth(LoopState before, ManyList list) {
    Dim now = counts.get(list);
    Dim old = before.counts.get(list);
    return now == null || old == null ? null : now.minus(old);
  }

  /** Whether each list that a free size has made grew in this last step as in the first. */
  boolean grewAs(LoopState first, LoopState before) {
    return first.counts.keySet().stream()
        .filter(before.counts::containsKey)
        .allMatch(list -> Objects.equals(growth(first, list), first.growth(before, list)));
  }

  /** Each list that a free size has made grows in all steps as it did in this first one. */
  void resize(LoopState before, Dim steps) {
    for (ManyList list : before.counts.keySet()) {
      Dim old = before.counts.get(list);
      Dim each = growth(before, list);
      list.resize(old == null || each == null ? null : old.plus(each.times(steps)));
    }
  }

  /** Nobody knows how long the lists are that a step made longer. */
  void lose(LoopState before) {
    before.counts.keySet().stream()
        .filter(list -> !Dim.of(0).equals(growth(before, list)))
        .forEach(list -> list.resize(null));
  }

  /** Goes back to this state; a list that grew since another is what is made of its items. */
  void restore(Frame frame, LoopState before, Function<List<Value>, Value> made) {
    Map<ListObject, Value> grown = new IdentityHashMap<>();
    lists.forEach(
        (list, items) -> {
          list.items().clear();
          list.items().addAll(items);
          List<Value> old = before.lists.get(list);
          if (old != null && items.size() > old.size()) {
            grown.put(list, made.apply(items));
          }
        });
    Map<String, Value> now = frame.environment().variables();
    variables.forEach((name, value) -> now.put(name, replaced(value, grown)));
    now.values().forEach(value -> replaceIn(value, grown));
  }

  private static Value replaced(Value value, Map<ListObject, Value> grown) {
    Value list = value instanceof UnfilledList places ? places.filled() : value;
    Value made = list instanceof ListObject ? grown.get(list) : null;
    return made == null ? value : made;
  }

  private static void replaceIn(Value value, Map<ListObject, Value> grown) {
    if (value instanceof DictObject dict) {
      dict.entries().forEach(entry -> dict.put(entry.key(), replaced(entry.value(), grown)));
    } else if (value instanceof InstanceObject instance) {
      instance.attributes().replaceAll((name, held) -> replaced(held, grown));
    } else if (value instanceof ListObject list) {
      list.items().replaceAll(held -> replaced(held, grown));
    }
  }
}
