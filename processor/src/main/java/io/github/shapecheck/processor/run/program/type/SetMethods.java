package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sets can do. */
public final class SetMethods {
  private static final String READING =
      "union intersection difference symmetric_difference issubset issuperset isdisjoint";
  private static final String CHANGING =
      "update intersection_update difference_update symmetric_difference_update";

  private SetMethods() {}

  public static void fill(ClassObject set, ClassObject frozen) {
    for (ClassObject type : List.of(set, frozen)) {
      Builtin.define(type, "copy", SetMethods::copy);
      Builtin.define(type, "__len__", in -> Value.Int.of(own(in).size()));
      Builtin.define(type, "__contains__", in -> Comparing.bool(own(in).contains(in.object(1))));
      written(type, READING);
    }
    written(set, CHANGING);
    for (String name : List.of("add", "remove", "discard", "pop", "clear")) {
      Builtin.define(set, name, in -> change(name, own(in), in));
    }
  }

  private static void written(ClassObject type, String names) {
    for (String name : names.split(" ")) {
      type.members().put(name, Written.named("set", name));
    }
  }

  private static SetObject own(Invocation in) {
    if (in.get(0) instanceof SetObject set) {
      return set;
    }
    throw in.unfit(in.get(0), "a set is needed, not " + in.get(0).kind());
  }

  private static Value copy(Invocation in) {
    SetObject set = own(in);
    in.machine().makeEntries(set.size());
    return new SetObject(set.items(), set.isFrozen());
  }

  private static Value change(String name, SetObject set, Invocation in) {
    switch (name) {
      case "add" -> {
        in.machine().requireHashable(in.object(1));
        set.add(in.object(1));
      }
      case "discard" -> set.remove(in.object(1));
      case "remove" -> {
        if (!set.remove(in.object(1))) {
          throw in.machine().missing(in.frame(), "the set", in.object(1));
        }
      }
      case "pop" -> {
        if (set.size() == 0) {
          throw in.error("KeyError", "the set is empty");
        }
        Value first = set.items().get(0);
        set.remove(first);
        return first;
      }
      default -> set.clear();
    }
    return Value.NONE;
  }

  /** What an operator gives for two sets; null where there is none such. */
  static @Nullable SetObject combine(BinaryOperator operator, SetObject left, SetObject right) {
    return switch (operator) {
      case AND, OR, XOR, SUBTRACT -> combined(operator, left, right);
      default -> null;
    };
  }

  private static SetObject combined(BinaryOperator operator, SetObject left, SetObject right) {
    List<Value> items = new ArrayList<>();
    for (Value item : left.items()) {
      boolean both = right.contains(item);
      if (operator == BinaryOperator.OR || both == (operator == BinaryOperator.AND)) {
        items.add(item);
      }
    }
    if (operator == BinaryOperator.OR || operator == BinaryOperator.XOR) {
      right.items().stream().filter(item -> !left.contains(item)).forEach(items::add);
    }
    return new SetObject(items, left.isFrozen());
  }
}
