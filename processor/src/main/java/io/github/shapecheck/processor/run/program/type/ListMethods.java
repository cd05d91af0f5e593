package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What lists and tuples can do. */
public final class ListMethods {
  /** What moves or reads all that is held. */
  private static final Set<String> MOVING =
      Set.of("insert", "remove", "clear", "sort", "reverse", "copy", "__delitem__");

  private ListMethods() {}

  public static void fill(ClassObject list, ClassObject tuple) {
    String changing =
        "append extend insert pop remove clear sort reverse copy __setitem__ __delitem__";
    for (String name : (changing + " index count __len__ __getitem__ __contains__").split(" ")) {
      Builtin.define(list, name, in -> call(name, in));
    }
    for (String name : "index count __len__ __getitem__ __contains__".split(" ")) {
      Builtin.define(tuple, name, in -> reading(name, items(in), in));
    }
    tuple.members().put("numel", Written.named("list", "numel"));
  }

  private static List<Value> items(Invocation in) {
    List<Value> items = Comparing.sequence(in.get(0));
    if (items == null) {
      throw in.unfit(in.get(0), "a list is needed, not " + in.get(0).kind());
    }
    return items;
  }

  private static Value call(String name, Invocation in) {
    if (in.get(0) instanceof ManyList many) {
      return ManyListMethods.call(name, many, in);
    }
    List<Value> items = items(in);
    if (MOVING.contains(name) || name.equals("pop") && in.size() > 1) {
      in.machine().handle(items.size());
    }
    switch (name) {
      case "append" -> {
        items.add(in.object(1));
        in.machine().requireRoom(items.size());
      }
      case "extend" -> {
        items.addAll(in.items(1));
        in.machine().requireRoom(items.size());
      }
      case "insert" -> {
        long at = in.integer(1);
        at = at < 0 ? at + items.size() : at;
        items.add((int) Math.max(0, Math.min(at, items.size())), in.object(2));
      }
      case "pop" -> {
        return items.remove(position(in, items, in.size() > 1 ? in.integer(1) : -1));
      }
      case "remove" -> items.remove(find(in, items));
      case "clear" -> items.clear();
      case "sort" -> {
        List<Value> sorted = Sorting.sorted(in, new ArrayList<>(items));
        items.clear();
        items.addAll(sorted);
      }
      case "reverse" -> Collections.reverse(items);
      case "copy" -> {
        return new ListObject(items);
      }
      case "__setitem__" -> items.set(position(in, items, in.integer(1)), in.object(2));
      case "__delitem__" -> items.remove(position(in, items, in.integer(1)));
      default -> {
        return reading(name, items, in);
      }
    }
    return Value.NONE;
  }

  private static Value reading(String name, List<Value> items, Invocation in) {
    return switch (name) {
      case "index" -> Value.Int.of(find(in, items));
      case "count" ->
          Value.Int.of(items.stream().filter(item -> isEqual(in, item, in.object(1))).count());
      case "__len__" -> Value.Int.of(items.size());
      case "__contains__" ->
          Comparing.bool(items.stream().anyMatch(item -> isEqual(in, item, in.object(1))));
      default -> items.get(position(in, items, in.integer(1)));
    };
  }

  private static int position(Invocation in, List<Value> items, long index) {
    if (index < -items.size() || index >= items.size()) {
      throw in.error("IndexError", in.get(0).kind() + " has no item " + index);
    }
    return (int) (index < 0 ? index + items.size() : index);
  }

  private static int find(Invocation in, List<Value> items) {
    int from = in.size() > 2 ? (int) in.integer(2) : 0;
    for (int i = Math.max(0, from); i < items.size(); i++) {
      if (isEqual(in, items.get(i), in.object(1))) {
        return i;
      }
    }
    throw in.error(
        "ValueError", in.machine().repr(in.frame(), in.object(1)) + " is not in the list");
  }

  private static boolean isEqual(Invocation in, Value item, Value wanted) {
    return item == wanted
        || !(item instanceof Tensor)
            && in.machine().areEqual(in.frame(), item, wanted, Machine.NOWHERE);
  }
}
