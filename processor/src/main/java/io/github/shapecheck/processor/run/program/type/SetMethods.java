package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sets can do. */
public final class SetMethods {
  private static final String READING =
      "union intersection difference symmetric_difference issubset issuperset isdisjoint copy"
          + " __len__ __contains__";
  private static final String CHANGING =
      "add remove discard pop clear update intersection_update difference_update";

  private SetMethods() {}

  public static void fill(ClassObject set, ClassObject frozen) {
    for (String name : READING.split(" ")) {
      Builtin method = new Builtin(name, in -> call(name, in));
      set.members().put(name, method);
      frozen.members().put(name, method);
    }
    for (String name : CHANGING.split(" ")) {
      Builtin.define(set, name, in -> change(name, own(in), in));
    }
  }

  private static SetObject own(Invocation in) {
    if (in.get(0) instanceof SetObject set) {
      return set;
    }
    throw in.unfit(in.get(0), "a set is needed, not " + in.get(0).kind());
  }

  private static Value call(String name, Invocation in) {
    SetObject set = own(in);
    if (name.equals("copy") || name.equals("__len__") || name.equals("__contains__")) {
      return switch (name) {
        case "copy" -> copy(set, in);
        case "__len__" -> Value.Int.of(set.size());
        default -> Comparing.bool(set.contains(in.object(1)));
      };
    }
    SetObject result = set;
    for (int i = 1; i < in.size(); i++) {
      SetObject other = new SetObject(in.items(i), false);
      in.machine().handle(set.size());
      switch (name) {
        case "issubset" -> {
          return Comparing.bool(other.keys().containsAll(set.keys()));
        }
        case "issuperset" -> {
          return Comparing.bool(set.keys().containsAll(other.keys()));
        }
        case "isdisjoint" -> {
          return Comparing.bool(set.items().stream().noneMatch(other::contains));
        }
        default -> result = combined(operator(name), result, other);
      }
    }
    return result == set ? copy(set, in) : result;
  }

  private static Value copy(SetObject set, Invocation in) {
    in.machine().makeEntries(set.size());
    return new SetObject(set.items(), set.isFrozen());
  }

  private static BinaryOperator operator(String name) {
    return switch (name.replace("_update", "")) {
      case "intersection" -> BinaryOperator.AND;
      case "difference" -> BinaryOperator.SUBTRACT;
      case "symmetric_difference" -> BinaryOperator.XOR;
      default -> BinaryOperator.OR;
    };
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
      case "clear" -> set.clear();
      default -> {
        for (int i = 1; i < in.size(); i++) {
          List<Value> items =
              combined(operator(name), set, new SetObject(in.items(i), false)).items();
          set.clear();
          items.forEach(set::add);
        }
      }
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
