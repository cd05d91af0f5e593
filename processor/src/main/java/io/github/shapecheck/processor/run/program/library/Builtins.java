package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Globals;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Lost;
import io.github.shapecheck.processor.run.program.Native;
import io.github.shapecheck.processor.run.program.Partial;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.program.type.Arithmetic;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.run.program.type.Enumerations;
import io.github.shapecheck.processor.run.program.type.Formatting;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.processor.run.program.type.Sorting;
import io.github.shapecheck.processor.run.program.type.TypeConstructors;
import io.github.shapecheck.processor.value.Floats;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's built-in functions. */
public final class Builtins {
  private static final Map<String, Value> ALL = new HashMap<>();

  static {
    put("len", Builtins::len);
    put("print", in -> Value.NONE);
    put("isinstance", in -> Comparing.bool(ClassTests.isInstance(in)));
    put("issubclass", in -> Comparing.bool(ClassTests.isSubclass(in)));
    put("hasattr", in -> Comparing.bool(has(in)));
    put("getattr", Builtins::get);
    put("setattr", Builtins::set);
    put(
        "delattr",
        in -> {
          in.machine().deleteAttribute(in.object(0), in.text(1));
          return Value.NONE;
        });
    put("callable", in -> Comparing.bool(isCallable(in)));
    put("repr", in -> new Value.Text(in.machine().repr(in.frame(), in.object(0))));
    put("format", Builtins::format);
    put("id", in -> Value.Int.of(1));
    put("hash", in -> Value.Int.of(1));
    put("sorted", in -> new ListObject(Sorting.sorted(in, in.items(0))));
    put("any", in -> some(in, true));
    put("all", in -> some(in, false));
    put("next", Builtins::next);
    put(
        "iter",
        in ->
            new IteratorObject(
                "iterator", in.machine().iterate(in.frame(), in.object(0), in.span())));
    put("reversed", Builtins::reversed);
    put("enumerate", Iterators::enumerate);
    put("zip", Iterators::zip);
    put("map", Iterators::map);
    put("round", Builtins::round);
    put("chr", in -> new Value.Text(Character.toString(codePoint(in))));
    put("ord", Builtins::ord);
    put("bin", in -> new Value.Text(signed(in.integer(0), "0b", 2)));
    put("hex", in -> new Value.Text(signed(in.integer(0), "0x", 16)));
    put("oct", in -> new Value.Text(signed(in.integer(0), "0o", 8)));
    put("vars", in -> in.attribute(in.object(0), "__dict__"));
    put("dir", in -> new ListObject(List.of()));
    put("open", in -> new Opaque("a file"));
    put("input", in -> new Opaque("what is typed in"));
    put("breakpoint", in -> Value.NONE);
    put("__import__", in -> module(in, in.text(0).split("\\.", 2)[0]));
    put("globals", in -> new Globals(in.frame().environment().globals()));
    put("locals", in -> dict(in.frame().environment()));
    put("property", in -> new Wrapper(Wrapper.Kind.PROPERTY, in.object(0)));
    put("staticmethod", in -> new Wrapper(Wrapper.Kind.STATIC, in.object(0)));
    put("classmethod", in -> new Wrapper(Wrapper.Kind.CLASS, in.object(0)));
    for (String name : List.of("filter", "divmod")) {
      ALL.put(name, Written.named("builtins", name));
    }
    Numbers.fill(ALL);
    ALL.put("NotImplemented", new Value.Constant("NotImplemented"));
    ALL.put("Ellipsis", new Value.Ellipsis());
    ALL.put("__name__", new Value.Text("shapecheck"));
    ALL.put("__file__", new Value.Text("module.py"));
    ALL.put("__debug__", Comparing.bool(true));
    ALL.put("__doc__", Value.NONE);
  }

  private Builtins() {}

  private static void put(String name, Native body) {
    ALL.put(name, new Builtin(name, body));
  }

  /** What every program can name, or null. */
  public static @Nullable Value named(String name) {
    Value function = ALL.get(name);
    return function == null ? Types.named(name) : function;
  }

  /** A module by its name. */
  static Value module(Invocation in, String name) {
    Value module = in.machine().host().library(in.frame(), name);
    return module == null ? new Opaque("the module " + name + ", which is not evaluated") : module;
  }

  private static Value dict(Environment environment) {
    DictObject dict = new DictObject();
    environment.variables().forEach(dict::put);
    return dict;
  }

  private static String signed(long number, String prefix, int base) {
    return (number < 0 ? "-" : "") + prefix + Long.toString(Math.abs(number), base);
  }

  private static Value len(Invocation in) {
    Value value = in.object(0);
    Value own = in.frame().special(value, "__len__", in.span());
    if (own != null) {
      return own;
    }
    if (value instanceof Tensor tensor && tensor.rank() > 0) {
      if (!tensor.dim(0).isKnown()) {
        throw new Lost(Value.UNKNOWN);
      }
      return new Value.Int(tensor.dim(0));
    }
    if (value instanceof ClassObject type && type.isSubclassOf(Types.ENUM)) {
      return Value.Int.of(Enumerations.members(type).size());
    }
    int size = Comparing.size(in.get(0));
    Value hosts = size < 0 ? in.machine().host().length(value) : null;
    if (hosts != null) {
      return hosts;
    }
    if (size < 0) {
      throw in.unfit(in.get(0), value.kind() + " has no length");
    }
    return Value.Int.of(size);
  }

  private static int codePoint(Invocation in) {
    long number = in.integer(0);
    if (number < 0 || number > Character.MAX_CODE_POINT) {
      throw in.error("ValueError", number + " is no letter's number");
    }
    return (int) number;
  }

  private static Value ord(Invocation in) {
    String text = in.text(0);
    if (text.codePointCount(0, text.length()) != 1) {
      throw in.error("TypeError", "one letter is needed, not " + text.length());
    }
    return Value.Int.of(text.codePointAt(0));
  }

  private static boolean has(Invocation in) {
    in.machine().enterTry();
    try {
      return in.find(in.object(0), in.text(1)) != null;
    } catch (Raised raised) {
      if (raised.exception().type().isSubclassOf(Types.exception("AttributeError"))) {
        return false;
      }
      throw raised;
    } finally {
      in.machine().leaveTry();
    }
  }

  private static Value get(Invocation in) {
    if (in.size() < 3) {
      return in.attribute(in.object(0), in.text(1));
    }
    return has(in) ? in.attribute(in.object(0), in.text(1)) : in.object(2);
  }

  private static Value set(Invocation in) {
    in.machine().setAttribute(in.frame(), in.object(0), in.text(1), in.object(2), in.span());
    return Value.NONE;
  }

  private static boolean isCallable(Invocation in) {
    Value value = in.object(0);
    return value instanceof FunctionObject
        || value instanceof Builtin
        || value instanceof BoundMethod
        || value instanceof ClassObject
        || value instanceof Partial
        || value instanceof InstanceObject instance && instance.type().find("__call__") != null
        || !(value instanceof InstanceObject)
            && value instanceof Value.Reference
            && Types.of(value) == null;
  }

  private static Value format(Invocation in) {
    String spec = in.size() > 1 ? in.text(1) : "";
    String text = Formatting.format(in.frame(), in.object(0), spec);
    return text == null ? in.object(0) : new Value.Text(text);
  }

  private static Value some(Invocation in, boolean wanted) {
    var items = in.machine().iterate(in.frame(), in.object(0), in.span());
    Value opaque = null;
    while (items.hasNext()) {
      in.machine().step();
      Value item = items.next();
      if (item instanceof Opaque || item instanceof Tensor) {
        opaque = item instanceof Opaque ? item : new Opaque("the truth of a tensor");
      } else if (in.truth(item) == wanted) {
        return Comparing.bool(wanted);
      }
    }
    return opaque != null ? opaque : Comparing.bool(!wanted);
  }

  private static Value next(Invocation in) {
    Value value = in.object(0);
    if (value instanceof InstanceObject instance && instance.type().find("__next__") != null) {
      return in.call(in.attribute(value, "__next__"));
    }
    if (!(value instanceof IteratorObject iterator)) {
      throw in.unfit(value, value.kind() + " is no iterator");
    }
    if (iterator.items().hasNext()) {
      return iterator.items().next();
    }
    if (in.size() > 1) {
      return in.object(1);
    }
    throw in.error("StopIteration", "there is no next item");
  }

  private static Value reversed(Invocation in) {
    if (in.object(0) instanceof InstanceObject instance
        && instance.type().find("__reversed__") != null) {
      return in.call(in.attribute(instance, "__reversed__"));
    }
    Value many = ManyIteration.combined("reversed", in);
    if (many != null) {
      return many;
    }
    List<Value> items = in.items(0);
    Collections.reverse(items);
    return new IteratorObject("reversed", items.iterator());
  }

  private static Value round(Invocation in) {
    Value value = in.get(0);
    Value digits = in.get(1, "ndigits", Value.NONE);
    Dim dim = Arithmetic.integer(value);
    if (dim != null) {
      return digits instanceof Value.None || !dim.isConstant()
          ? new Value.Int(dim)
          : Value.Int.of(Floats.round(dim.value(), in.integer(digits)));
    }
    if (value instanceof Value.Real real) {
      return digits instanceof Value.None
          ? TypeConstructors.truncated(in, Math.rint(real.value()))
          : new Value.Real(Floats.round(real.value(), in.integer(digits)));
    }
    if (value instanceof Value.Quotient || value instanceof Tensor) {
      return value;
    }
    throw in.unfit(value, value.kind() + " is no number");
  }
}
