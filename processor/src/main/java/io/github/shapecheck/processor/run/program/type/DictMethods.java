package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** What dicts can do. */
public final class DictMethods {
  private static final String NAMES =
      "get setdefault pop popitem update keys values items clear copy move_to_end fromkeys"
          + " __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__";

  private DictMethods() {}

  public static void fill(ClassObject type) {
    for (String name : NAMES.split(" ")) {
      Builtin method = new Builtin(name, in -> call(name, in));
      type.members()
          .put(
              name,
              name.equals("fromkeys") ? new Wrapper(Wrapper.Kind.STATIC, fromKeys()) : method);
    }
  }

  private static Builtin fromKeys() {
    return new Builtin(
        "fromkeys",
        in -> {
          DictObject dict = new DictObject();
          for (Value key : in.items(0)) {
            in.machine().requireHashable(key);
            dict.put(key, in.size() > 1 ? in.object(1) : Value.NONE);
          }
          return dict;
        });
  }

  private static Value call(String name, Invocation in) {
    if (!(in.get(0) instanceof DictObject dict)) {
      throw in.unfit(in.get(0), "a dict is needed, not " + in.get(0).kind());
    }
    return switch (name) {
      case "get" -> {
        Value value = dict.get(key(in));
        yield value == null
            ? in.size() > 2 ? in.object(2) : in.named("default", Value.NONE)
            : value;
      }
      case "setdefault" -> {
        Value value = dict.get(key(in));
        if (value == null) {
          value = in.size() > 2 ? in.object(2) : Value.NONE;
          dict.put(key(in), value);
        }
        yield value;
      }
      case "pop" -> {
        boolean empty = dict.size() == 0 && in.size() > 2; // where Python asks for no hash
        Value value = empty ? null : dict.remove(key(in));
        if (value == null && in.size() < 3) {
          throw missing(in);
        }
        yield value == null ? in.object(2) : value;
      }
      case "popitem" -> {
        in.machine().handle(dict.size());
        if (dict.size() == 0) {
          throw in.error("KeyError", "the dict is empty");
        }
        List<Value> keys = dict.keys();
        Value last = in.named("last", Comparing.bool(true));
        Value key = keys.get(in.truth(last) ? keys.size() - 1 : 0);
        Value value = dict.remove(key);
        yield Value.Sequence.tuple(key, value == null ? Value.NONE : value);
      }
      case "__iter__" -> new ListObject(dict.keys());
      case "keys" -> new DictView(dict, DictView.Kind.KEYS);
      case "values" -> new DictView(dict, DictView.Kind.VALUES);
      case "items" -> new DictView(dict, DictView.Kind.ITEMS);
      case "copy" -> {
        in.machine().makeEntries(dict.size());
        DictObject copy = new DictObject(dict.factory());
        copy.putAll(dict);
        yield copy;
      }
      case "__len__" -> Value.Int.of(dict.size());
      case "__contains__" -> Comparing.bool(dict.get(key(in)) != null);
      case "__getitem__" -> {
        Value value = dict.get(key(in));
        if (value == null) {
          throw missing(in);
        }
        yield value;
      }
      default -> change(name, dict, in);
    };
  }

  private static Value change(String name, DictObject dict, Invocation in) {
    switch (name) {
      case "update" -> {
        if (in.size() > 1) {
          dict.putAll(in.machine().dict(in.frame(), in.object(1), in.span()));
        }
        in.arguments().named().forEach(named -> dict.put(named.name(), named.value()));
      }
      case "__setitem__" -> dict.put(key(in), in.object(2));
      case "__delitem__" -> {
        if (dict.remove(key(in)) == null) {
          throw missing(in);
        }
      }
      case "move_to_end" -> {
        Value value = dict.remove(key(in));
        if (value == null) {
          throw missing(in);
        }
        dict.put(key(in), value);
      }
      default -> dict.clear();
    }
    return Value.NONE;
  }

  private static Value key(Invocation in) {
    Value key = in.object(1);
    in.machine().requireHashable(key);
    if (key instanceof Value.Unknown || key instanceof Opaque) {
      throw new Lost(key);
    }
    return key;
  }

  private static Raised missing(Invocation in) {
    return in.machine().missing(in.frame(), "the dict", in.object(1));
  }
}
