package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.Slices;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.record.ModuleObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code Sequential}, {@code ModuleList}, {@code ModuleDict} and those of parameters do. */
public final class ContainerMethods {
  private ContainerMethods() {}

  static void fill(ClassObject sequential, ClassObject list, ClassObject dict) {
    TorchClasses.put(sequential, "__init__", ContainerMethods::sequence);
    TorchClasses.put(sequential, "forward", ContainerMethods::forward);
    TorchClasses.put(list, "__init__", in -> extend(in));
    TorchClasses.put(dict, "__init__", in -> update(in));
    for (ClassObject type : List.of(sequential, list)) {
      sequences(type);
    }
    dicts(dict);
  }

  static void fillParameters(ClassObject list, ClassObject dict) {
    TorchClasses.put(list, "__init__", in -> extend(in));
    TorchClasses.put(dict, "__init__", in -> update(in));
    sequences(list);
    dicts(dict);
  }

  private static void sequences(ClassObject type) {
    TorchClasses.put(type, "append", ContainerMethods::append);
    TorchClasses.put(type, "extend", ContainerMethods::extend);
    TorchClasses.put(type, "insert", ContainerMethods::insert);
    TorchClasses.put(type, "__len__", in -> Value.Int.of(items(in).size()));
    TorchClasses.put(type, "__iter__", in -> ModuleMethods.given(List.copyOf(items(in).values())));
    TorchClasses.put(type, "__iadd__", ContainerMethods::extend);
    TorchClasses.put(type, "__getitem__", ContainerMethods::item);
    TorchClasses.put(type, "__setitem__", ContainerMethods::setItem);
    TorchClasses.put(type, "__delitem__", ContainerMethods::deleteItem);
  }

  private static void dicts(ClassObject type) {
    TorchClasses.put(type, "update", ContainerMethods::update);
    TorchClasses.put(type, "__len__", in -> Value.Int.of(items(in).size()));
    TorchClasses.put(type, "__iter__", in -> ModuleMethods.given(names(in)));
    TorchClasses.put(type, "keys", in -> ModuleMethods.given(names(in)));
    TorchClasses.put(type, "values", in -> ModuleMethods.given(List.copyOf(items(in).values())));
    TorchClasses.put(type, "items", ContainerMethods::pairs);
    TorchClasses.put(type, "__contains__", in -> new Value.Bool(items(in).containsKey(in.text(1))));
    TorchClasses.put(
        type,
        "__getitem__",
        in -> {
          Value value = items(in).get(in.text(1));
          if (value == null) {
            throw in.machine().missing(in.frame(), in.object(0).kind(), in.object(1));
          }
          return value;
        });
    TorchClasses.put(
        type,
        "__setitem__",
        in -> {
          ModuleMethods.self(in).set(in.text(1), in.object(2));
          return Value.NONE;
        });
  }

  private static Map<String, Value> items(Invocation in) {
    Map<String, Value> items = new java.util.LinkedHashMap<>(ModuleMethods.self(in).attributes());
    items.entrySet().removeIf(entry -> !isItem(entry.getKey(), entry.getValue()));
    return items;
  }

  private static boolean isItem(String name, Value value) {
    return value instanceof ModuleObject
        || ModuleMethods.isTensor(value)
        || value instanceof Value.None && name.chars().allMatch(Character::isDigit);
  }

  private static List<Value> names(Invocation in) {
    List<Value> names = new ArrayList<>();
    items(in).keySet().forEach(name -> names.add(new Value.Text(name)));
    return names;
  }

  private static Value pairs(Invocation in) {
    List<Value> pairs = new ArrayList<>();
    items(in)
        .forEach((name, value) -> pairs.add(Value.Sequence.tuple(new Value.Text(name), value)));
    return ModuleMethods.given(pairs);
  }

  private static Value sequence(Invocation in) {
    ModuleObject self = ModuleMethods.self(in);
    if (in.size() == 2 && in.get(1) instanceof DictObject named) {
      named.entries().forEach(entry -> self.set(in.text(entry.key()), entry.value()));
      return Value.NONE;
    }
    List<Value> modules = in.arguments().rest().positional();
    for (int i = 0; i < modules.size(); i++) {
      Value module = modules.get(i);
      if (module instanceof Value.Unknown) {
        continue;
      }
      if (!(module instanceof ModuleObject)) {
        throw in.machine()
            .error(
                "TypeError",
                ProblemId.ARGUMENT,
                "Sequential is made of modules, not of " + module.kind());
      }
      self.set(Integer.toString(i), module);
    }
    return Value.NONE;
  }

  static Value forward(Invocation in) {
    Value value = in.size() > 1 ? in.object(1) : Value.NONE;
    for (Value module : items(in).values()) {
      value = in.machine().call(in.frame(), module, Arguments.of(value), in.span());
    }
    return value;
  }

  private static Value append(Invocation in) {
    ModuleMethods.self(in).set(Integer.toString(items(in).size()), in.object(1));
    return in.object(0);
  }

  private static Value extend(Invocation in) {
    if (in.size() > 1 && !(in.get(1) instanceof Value.None)) {
      for (Value item : in.items(1)) {
        ModuleMethods.self(in).set(Integer.toString(items(in).size()), item);
      }
    }
    return in.object(0);
  }

  private static Value insert(Invocation in) {
    List<Value> all = new ArrayList<>(items(in).values());
    all.add((int) Math.max(0, Math.min(all.size(), in.integer(1))), in.object(2));
    refill(ModuleMethods.self(in), all);
    return Value.NONE;
  }

  private static void refill(ModuleObject self, List<Value> items) {
    self.attributes().keySet().removeIf(name -> name.chars().allMatch(Character::isDigit));
    for (int i = 0; i < items.size(); i++) {
      self.set(Integer.toString(i), items.get(i));
    }
  }

  private static int place(Invocation in, int size) {
    long index = in.integer(1);
    if (index < -size || index >= size) {
      throw in.machine().error("IndexError", in.object(0).kind() + " has no item " + index);
    }
    return (int) (index < 0 ? index + size : index);
  }

  private static Value item(Invocation in) {
    List<Value> all = new ArrayList<>(items(in).values());
    if (in.get(1) instanceof Value.Slice slice) {
      Slices places = Slices.of(slice, all.size());
      if (places == null) {
        throw in.machine().error("TypeError", "a slice needs plain integers");
      }
      ModuleObject part = new ModuleObject(ModuleMethods.self(in).type());
      List<String> names = new ArrayList<>(items(in).keySet());
      boolean list = part.type() == TorchClasses.MODULE_LIST;
      int next = 0;
      for (int at : places.places()) {
        part.set(list ? Integer.toString(next++) : names.get(at), all.get(at));
      }
      return part;
    }
    if (in.get(1) instanceof Value.Text name) {
      Value value = items(in).get(name.value());
      if (value != null) {
        return value;
      }
    }
    return all.get(place(in, all.size()));
  }

  private static Value setItem(Invocation in) {
    List<String> names = new ArrayList<>(items(in).keySet());
    ModuleMethods.self(in).attributes().put(names.get(place(in, names.size())), in.object(2));
    return Value.NONE;
  }

  private static Value deleteItem(Invocation in) {
    List<Value> all = new ArrayList<>(items(in).values());
    all.remove(place(in, all.size()));
    refill(ModuleMethods.self(in), all);
    return Value.NONE;
  }

  private static Value update(Invocation in) {
    if (in.size() > 1 && in.get(1) instanceof DictObject named) {
      named
          .entries()
          .forEach(entry -> ModuleMethods.self(in).set(in.text(entry.key()), entry.value()));
    } else if (in.size() > 1 && !(in.get(1) instanceof Value.None)) {
      for (Value pair : in.items(1)) {
        List<Value> both = in.machine().items(in.frame(), pair, in.span());
        ModuleMethods.self(in).set(in.text(both.get(0)), both.get(1));
      }
    }
    return Value.NONE;
  }
}
