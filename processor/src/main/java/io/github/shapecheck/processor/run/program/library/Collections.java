package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.type.Records;
import io.github.shapecheck.processor.run.program.type.Sorting;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The module {@code collections}. */
final class Collections {
  private static final ClassObject ORDERED = ClassObject.builtin("OrderedDict", Types.DICT);
  private static final ClassObject COUNTER = ClassObject.builtin("Counter", Types.DICT);
  private static final ClassObject DEQUE = ClassObject.builtin("deque", Types.LIST);

  static {
    COUNTER.members().put("__new__", new Builtin("Counter", Collections::counter));
    COUNTER.members().put("most_common", new Builtin("most_common", Collections::mostCommon));
    DEQUE
        .members()
        .put(
            "__new__",
            new Builtin("deque", in -> new ListObject(in.size() > 1 ? in.items(1) : List.of())));
    Types.LIST
        .members()
        .put(
            "appendleft",
            new Builtin(
                "appendleft",
                in -> {
                  ((ListObject) in.get(0)).items().add(0, in.object(1));
                  return Value.NONE;
                }));
    Types.LIST.members().put("popleft", new Builtin("popleft", Collections::popLeft));
    Types.DICT.members().put("most_common", new Builtin("most_common", Collections::mostCommon));
  }

  private Collections() {}

  static @Nullable Value member(String name) {
    return switch (name) {
      case "OrderedDict" -> ORDERED;
      case "defaultdict" -> Types.DEFAULTDICT;
      case "Counter" -> COUNTER;
      case "deque" -> DEQUE;
      case "namedtuple" -> new Builtin(name, Collections::namedTuple);
      case "abc" -> StandardLibrary.module("collections.abc");
      case "Iterable", "Sequence", "Mapping" ->
          StandardLibrary.module("collections.abc") instanceof Library l
              ? l.members().apply(name)
              : null;
      default -> null;
    };
  }

  private static Value popLeft(Invocation in) {
    List<Value> items = ((ListObject) in.get(0)).items();
    if (items.isEmpty()) {
      throw in.machine().error("IndexError", "an empty deque has no first item");
    }
    return items.remove(0);
  }

  private static Value counter(Invocation in) {
    DictObject counts = new DictObject(new Builtin("int", each -> Value.Int.of(0)));
    if (in.size() > 1) {
      for (Value item : in.items(1)) {
        Value count = counts.get(item);
        Dim before = count == null ? Dim.of(0) : count.dim();
        counts.put(item, new Value.Int((before == null ? Dim.of(0) : before).plus(1)));
      }
    }
    return counts;
  }

  private static Value mostCommon(Invocation in) {
    List<Value> pairs =
        new ArrayList<>(new DictView((DictObject) in.get(0), DictView.Kind.ITEMS).items());
    pairs.sort(
        (a, b) ->
            Sorting.order(
                in, ((Value.Sequence) b).items().get(1), ((Value.Sequence) a).items().get(1)));
    return new ListObject(
        in.size() > 1 ? pairs.subList(0, (int) Math.min(pairs.size(), in.integer(1))) : pairs);
  }

  private static Value namedTuple(Invocation in) {
    ClassObject type = ClassObject.defined(in.text(0), List.of(Types.NAMEDTUPLE));
    List<Value> names = new ArrayList<>();
    if (in.get(1) instanceof Value.Text text) {
      for (String name : text.value().replace(',', ' ').strip().split("\\s+")) {
        names.add(new Value.Text(name));
      }
    } else {
      names.addAll(in.items(1));
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    names.forEach(name -> fields.put(in.text(name), Value.UNKNOWN));
    Value defaults = in.named("defaults", Value.NONE);
    if (!(defaults instanceof Value.None)) {
      List<Value> values = in.machine().items(in.frame(), defaults, in.span());
      List<String> keys = new ArrayList<>(fields.keySet());
      for (int i = 0; i < values.size(); i++) {
        fields.put(keys.get(keys.size() - values.size() + i), values.get(i));
      }
    }
    Records.namedTuple(in.machine(), type, fields);
    return type;
  }
}
