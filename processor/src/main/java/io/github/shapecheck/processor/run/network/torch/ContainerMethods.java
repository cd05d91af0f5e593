package io.github.shapecheck.processor.run.network.torch;

import static io.github.shapecheck.processor.run.program.Builtin.define;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.Slices;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code Sequential}, {@code ModuleList}, {@code ModuleDict} and those of parameters do. */
public final class ContainerMethods {
  private ContainerMethods() {}

  static void fill(ClassObject sequential, ClassObject list, ClassObject dict) {
    define(sequential, "__init__", in -> ModuleMethods.begun(in, sequence(in)));
    define(sequential, "forward", ContainerMethods::forward);
    define(list, "__init__", in -> ModuleMethods.begun(in, extend(in)));
    define(dict, "__init__", in -> ModuleMethods.begun(in, update(in)));
    for (ClassObject type : List.of(sequential, list)) {
      sequences(type);
    }
    dicts(dict);
  }

  static void fillParameters(ClassObject list, ClassObject dict) {
    define(list, "__init__", in -> ModuleMethods.begun(in, extend(in)));
    define(dict, "__init__", in -> ModuleMethods.begun(in, update(in)));
    sequences(list);
    dicts(dict);
  }

  private static void sequences(ClassObject type) {
    define(type, "append", ContainerMethods::append);
    define(type, "extend", ContainerMethods::extend);
    define(type, "insert", ContainerMethods::insert);
    define(type, "__len__", in -> Value.Int.of(items(in).size()));
    define(type, "__iter__", in -> IteratorObject.of(List.copyOf(items(in).values())));
    define(type, "__iadd__", ContainerMethods::extend);
    define(type, "__getitem__", ContainerMethods::item);
    define(type, "__setitem__", ContainerMethods::setItem);
    define(type, "__delitem__", ContainerMethods::deleteItem);
  }

  private static void dicts(ClassObject type) {
    define(type, "update", ContainerMethods::update);
    define(type, "__len__", in -> Value.Int.of(items(in).size()));
    define(type, "__iter__", in -> IteratorObject.of(names(in)));
    define(type, "keys", in -> IteratorObject.of(names(in)));
    define(type, "values", in -> IteratorObject.of(List.copyOf(items(in).values())));
    define(type, "items", ContainerMethods::pairs);
    define(type, "__contains__", in -> new Value.Bool(items(in).containsKey(in.text(1))));
    define(
        type,
        "__getitem__",
        in -> {
          Value value = items(in).get(in.text(1));
          if (value == null) {
            throw in.machine().missing(in.frame(), in.object(0).kind(), in.object(1));
          }
          return value;
        });
    define(
        type,
        "__setitem__",
        in -> {
          ModuleObject.self(in).set(in.text(1), in.object(2));
          return Value.NONE;
        });
  }

  private static Map<String, Value> items(Invocation in) {
    Map<String, Value> items = new LinkedHashMap<>(ModuleObject.self(in).attributes());
    in.machine().handle(items.size());
    items.entrySet().removeIf(entry -> !isItem(entry.getKey(), entry.getValue()));
    return items;
  }

  private static boolean isItem(String name, Value value) {
    return value instanceof ModuleObject
        || value instanceof Tensor
        || value instanceof Value.None && name.chars().allMatch(Character::isDigit);
  }

  private static List<Value> names(Invocation in) {
    return Value.each(items(in).keySet(), Value.Text::new);
  }

  private static Value pairs(Invocation in) {
    List<Value> pairs = new ArrayList<>();
    items(in)
        .forEach((name, value) -> pairs.add(Value.Sequence.tuple(new Value.Text(name), value)));
    return IteratorObject.of(pairs);
  }

  private static Value sequence(Invocation in) {
    ModuleObject self = ModuleObject.self(in);
    if (in.size() == 2 && in.get(1) instanceof DictObject named) {
      named.entries().forEach(entry -> self.set(in.text(entry.key()), entry.value()));
      return Value.NONE;
    }
    List<Value> modules = in.arguments().rest().positional();
    in.machine().makeEntries(modules.size());
    for (int i = 0; i < modules.size(); i++) {
      Value module = modules.get(i);
      if (module instanceof Value.Unknown) {
        continue;
      }
      if (!(module instanceof ModuleObject)) {
        throw in.error(
            "TypeError",
            ProblemId.ARGUMENT,
            "Sequential is made of modules, not of " + module.kind());
      }
      self.set(Integer.toString(i), module);
    }
    return Value.NONE;
  }

  public static Value forward(Invocation in) {
    Value value = in.size() > 1 ? in.object(1) : Value.NONE;
    for (Value module : items(in).values()) {
      value = in.call(module, Arguments.of(value));
    }
    return value;
  }

  private static Value append(Invocation in) {
    ModuleObject.self(in).set(Integer.toString(items(in).size()), in.object(1));
    return in.object(0);
  }

  private static Value extend(Invocation in) {
    if (in.size() > 1 && !(in.get(1) instanceof Value.None)) {
      int size = items(in).size();
      for (Value item : in.items(1)) {
        ModuleObject.self(in).set(Integer.toString(size++), item);
      }
    }
    return in.object(0);
  }

  private static Value insert(Invocation in) {
    List<Value> all = new ArrayList<>(items(in).values());
    all.add((int) Math.max(0, Math.min(all.size(), in.integer(1))), in.object(2));
    refill(ModuleObject.self(in), all);
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
      throw in.error("IndexError", in.object(0).kind() + " has no item " + index);
    }
    return (int) (index < 0 ? index + size : index);
  }

  private static Value item(Invocation in) {
    List<Value> all = new ArrayList<>(items(in).values());
    if (in.get(1) instanceof Value.Slice slice) {
      Slices places = Slices.of(slice, all.size());
      if (places == null) {
        throw in.error("TypeError", "a slice needs plain integers");
      }
      ModuleObject part = new ModuleObject(ModuleObject.self(in).type());
      part.begin();
      List<String> names = new ArrayList<>(items(in).keySet());
      boolean list = part.type().name().equals("ModuleList");
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
    ModuleObject.self(in).attributes().put(names.get(place(in, names.size())), in.object(2));
    return Value.NONE;
  }

  private static Value deleteItem(Invocation in) {
    List<Value> all = new ArrayList<>(items(in).values());
    all.remove(place(in, all.size()));
    refill(ModuleObject.self(in), all);
    return Value.NONE;
  }

  private static Value update(Invocation in) {
    if (in.size() > 1 && in.get(1) instanceof DictObject named) {
      named
          .entries()
          .forEach(entry -> ModuleObject.self(in).set(in.text(entry.key()), entry.value()));
    } else if (in.size() > 1 && !(in.get(1) instanceof Value.None)) {
      for (Value pair : in.items(1)) {
        List<Value> both = in.items(pair);
        if (both.size() != 2) {
          throw in.error("ValueError", pair.kind() + " is no pair of a name and a module");
        }
        ModuleObject.self(in).set(in.text(both.get(0)), both.get(1));
      }
    }
    return Value.NONE;
  }
}
