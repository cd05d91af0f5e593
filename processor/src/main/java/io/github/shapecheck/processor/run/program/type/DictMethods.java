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
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** What dicts can do. */
public final class DictMethods {
  private static final String NAMES =
      "get pop update keys values items clear copy __len__ __getitem__ __setitem__ __delitem__"
          + " __contains__ __iter__";

  private DictMethods() {}

  public static void fill(ClassObject type) {
    for (String name : NAMES.split(" ")) {
      Builtin.define(type, name, in -> call(name, in));
    }
    for (String name : List.of("setdefault", "popitem", "move_to_end")) {
      type.members().put(name, Written.named("dict", name));
    }
    Builtin made = Written.named("dict", "fromkeys");
    type.members().put(made.name(), new Wrapper(Wrapper.Kind.STATIC, made));
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
      case "pop" -> {
        boolean empty = dict.size() == 0 && in.size() > 2; // where Python asks for no hash
        Value value = empty ? null : dict.remove(key(in));
        if (value == null && in.size() < 3) {
          throw missing(in);
        }
        yield value == null ? in.object(2) : value;
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
