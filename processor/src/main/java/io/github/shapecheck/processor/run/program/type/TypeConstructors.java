package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.LargeInteger;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.ManyRange;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Native;
import io.github.shapecheck.processor.run.program.Partial;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes Python's own values: {@code int("3")}, {@code list(x)}, {@code type(x)}. */
public final class TypeConstructors {
  private TypeConstructors() {}

  public static void fill() {
    put(Types.TYPE, in -> in.size() == 2 ? in.machine().type(in.object(1)) : made(in));
    put(Types.OBJECT, in -> new InstanceObject((ClassObject) in.object(0)));
    put(Types.INT, in -> in.size() == 1 ? Value.Int.of(0) : integer(in));
    put(Types.BOOL, in -> in.size() == 1 ? Comparing.bool(false) : bool(in));
    put(Types.FLOAT, in -> in.size() == 1 ? new Value.Real(0) : real(in));
    put(Types.STR, in -> in.size() == 1 ? new Value.Text("") : text(in));
    put(
        Types.LIST,
        in -> countless(in).map(ManyIteration::listOf).orElseGet(() -> new ListObject(all(in))));
    put(Types.TUPLE, in -> countless(in).orElseGet(() -> new Value.Sequence(all(in), true)));
    put(Types.DICT, in -> dict(in, new DictObject(), 1));
    put(
        Types.DEFAULTDICT,
        in -> {
          Value factory = in.size() > 1 ? in.object(1) : Value.NONE;
          return dict(in, new DictObject(factory instanceof Value.None ? null : factory), 2);
        });
    for (ClassObject container : List.of(Types.LIST, Types.DICT)) {
      Builtin initialize = new Builtin("__init__", TypeConstructors::refill);
      container.members().put("__init__", initialize);
    }
    put(Types.SET, in -> set(in, false));
    put(Types.FROZENSET, in -> set(in, true));
    put(Types.RANGE, TypeConstructors::range);
    put(Types.SLICE, TypeConstructors::slice);
    put(Types.COMPLEX, in -> Value.COMPLEX);
    put(Types.BYTES, in -> new Opaque("bytes"));
    put(Types.BYTEARRAY, in -> new Opaque("bytes"));
    put(Types.BASE_EXCEPTION, TypeConstructors::exception);
    Builtin.define(Types.BASE_EXCEPTION, "__init__", TypeConstructors::setArguments);
    put(
        Types.NAMESPACE,
        in -> {
          InstanceObject space = new InstanceObject((ClassObject) in.object(0));
          in.arguments().named().forEach(named -> space.set(named.name(), named.value()));
          return space;
        });
    Types.PARTIAL
        .members()
        .put(
            "__new__",
            new Builtin("partial", in -> Partial.of(in.object(1), in.arguments().rest().rest())));
    Builtin.define(Types.NAMESPACE, "__init__", in -> Value.NONE);
  }

  /** What a free size decides the length of, and what stands for all of it. */
  private static Optional<Value> countless(Invocation in) {
    Value of = ManyList.plain(in.size() > 1 ? in.get(1) : Value.NONE);
    boolean numbers = of instanceof Tensor row && row.rank() == 1 && !row.dim(0).isConstant();
    return numbers
        ? Optional.of(Opaque.listOf((Tensor) of))
        : of instanceof Value.Pieces
            ? Optional.of(of)
            : Optional.ofNullable(new ManyIteration(in.frame()).list(of, in.span()));
  }

  private static List<Value> all(Invocation in) {
    return in.size() == 1 ? List.of() : in.items(1);
  }

  private static void put(ClassObject type, Native constructor) {
    Builtin.define(type, "__new__", constructor);
  }

  /** {@code type(name, bases, members)}. */
  private static Value made(Invocation in) {
    List<ClassObject> bases = new ArrayList<>();
    in.items(2).forEach(base -> bases.add(base instanceof ClassObject c ? c : Types.OBJECT));
    ClassObject type =
        ClassObject.defined(in.text(1), bases.isEmpty() ? List.of(Types.OBJECT) : bases);
    if (in.get(3) instanceof DictObject members) {
      members.entries().forEach(entry -> type.members().put(in.text(entry.key()), entry.value()));
    }
    return type;
  }

  private static Value exception(Invocation in) {
    InstanceObject exception = new InstanceObject((ClassObject) in.object(0));
    exception.set("args", new Value.Sequence(in.arguments().rest().positional(), true));
    return exception;
  }

  private static Value setArguments(Invocation in) {
    ((InstanceObject) in.object(0))
        .set("args", new Value.Sequence(in.arguments().rest().positional(), true));
    return Value.NONE;
  }

  /** Whether a class is a list or a dict too. */
  public static boolean isContainer(ClassObject type) {
    return type.isSubclassOf(Types.LIST) || type.isSubclassOf(Types.DICT);
  }

  private static Value refill(Invocation in) {
    if (in.get(0) instanceof ListObject list && in.size() > 1) {
      List<Value> items = in.items(1);
      list.items().clear();
      list.items().addAll(items);
    } else if (in.get(0) instanceof DictObject dict) {
      dict(in, dict, 1);
    }
    return Value.NONE;
  }

  private static Value dict(Invocation in, DictObject dict, int from) {
    if (in.size() > from) {
      dict.putAll(in.machine().dict(in.frame(), in.object(from), in.span()));
    }
    in.arguments().named().forEach(named -> dict.put(named.name(), named.value()));
    return dict;
  }

  private static Value set(Invocation in, boolean frozen) {
    List<Value> items = in.size() == 1 ? List.of() : in.items(1);
    items.forEach(in.machine()::requireHashable);
    in.machine().makeEntries(items.size());
    return new SetObject(items, frozen);
  }

  private static Value bool(Invocation in) {
    Value value = in.object(1);
    return value instanceof Tensor || value instanceof Opaque
        ? new Opaque("the truth of " + value.kind())
        : Comparing.bool(in.truth(value));
  }

  /** What an object says that it is: {@code __int__} and its like. */
  private static Value special(Invocation in, String method) {
    Value value = in.object(1);
    Value own = in.frame().special(value, method, in.span());
    return own == null ? in.get(1) : own;
  }

  private static Value integer(Invocation in) {
    Value value = special(in, "__int__");
    if (value instanceof Tensor tensor) {
      return Opaque.in(tensor, "");
    }
    if (value instanceof Opaque || value instanceof LargeInteger) {
      return value;
    }
    Dim dim = Arithmetic.integer(value);
    if (dim != null) {
      return new Value.Int(dim);
    }
    if (value instanceof Value.Quotient quotient) {
      return new Value.Int(quotient.dividend().floorDiv(quotient.divisor()));
    }
    if (value instanceof Value.Text text) {
      return parsed(in, text.value());
    }
    if (value instanceof Value.Real real) {
      return truncated(in, real.value());
    }
    throw in.unfit(value, value.kind() + " is no number");
  }

  public static Value truncated(Invocation in, double number) {
    if (Double.isNaN(number)) {
      throw in.error("ValueError", "nan is no integer");
    }
    if (Math.abs(number) >= 0x1p62) {
      throw in.error("OverflowError", "a number beyond 2^62 is no size");
    }
    return Value.Int.of((long) number);
  }

  private static Value parsed(Invocation in, String text) {
    int base = (int) in.integer(in.get(2, "base", Value.Int.of(10)));
    String plain = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
    String letter = plain.length() > 2 && plain.charAt(0) == '0' ? plain.substring(1, 2) : "";
    int written = letter.equals("x") ? 16 : letter.equals("b") ? 2 : letter.equals("o") ? 8 : 10;
    if (written != 10 && (base == 0 || base == written)) {
      plain = plain.substring(2);
      base = written;
    }
    in.machine().handle((long) plain.length() * plain.length());
    try {
      return LargeInteger.of(new BigInteger(plain, base == 0 ? 10 : base));
    } catch (NumberFormatException none) {
      throw in.error("ValueError", Representation.quoted(text) + " is no integer");
    }
  }

  private static Value real(Invocation in) {
    Value value = special(in, "__float__");
    if (value instanceof Tensor tensor) {
      return Opaque.in(tensor, "").derived();
    }
    if (value instanceof Value.Text text) {
      String plain =
          text.value().strip().toLowerCase(Locale.ROOT).replaceFirst("inf(inity)?$", "Infinity");
      try {
        return new Value.Real(Double.parseDouble(plain.replace("nan", "NaN")));
      } catch (NumberFormatException none) {
        throw in.error("ValueError", value.kind() + " is no number");
      }
    }
    Dim dim = Arithmetic.integer(value);
    if (dim != null) {
      return dim.isConstant() ? new Value.Real(dim.value()) : new Value.Quotient(dim, Dim.of(1));
    }
    if (value instanceof Value.Real || value instanceof Value.Quotient) {
      return value;
    }
    if (value instanceof LargeInteger) {
      return new Value.Real(Arithmetic.real(value));
    }
    throw in.unfit(value, value.kind() + " is no number");
  }

  private static Value text(Invocation in) {
    Value value = in.object(1);
    return value instanceof Opaque || value instanceof Value.Unknown
        ? value
        : new Value.Text(in.machine().text(in.frame(), value));
  }

  private static Value range(Invocation in) {
    Value[] given = {Value.Int.of(0), Value.Int.of(0), Value.Int.of(1)};
    int count = Math.min(in.size() - 1, 3);
    for (int i = 0; i < count; i++) {
      given[count == 1 ? 1 : i] = in.get(i + 1);
    }
    long step = in.integer(given[2]);
    if (step == 0) {
      throw in.error("ValueError", "a range needs a step that is not 0");
    }
    Dim first = bound(in, given[0]);
    Dim end = bound(in, given[1]);
    if (first.isConstant() && end.isConstant()) {
      return new RangeObject(first.value(), end.value(), step);
    }
    Dim way = step > 0 ? end.minus(first) : first.minus(end);
    Dim steps = way.ceilDiv(Math.absExact(step));
    return new ManyIteration(in.frame()).isMany(steps)
        ? new ManyRange(first, step, steps)
        : new RangeObject(0, 0, 1);
  }

  private static Dim bound(Invocation in, Value value) {
    Dim dim = Arithmetic.integer(value);
    return dim != null && dim.isKnown() ? dim : Dim.of(in.integer(value));
  }

  private static Value slice(Invocation in) {
    List<Value> given = in.arguments().rest().positional();
    return given.size() == 1
        ? new Value.Slice(Value.NONE, given.get(0), Value.NONE)
        : new Value.Slice(given.get(0), given.get(1), given.size() > 2 ? given.get(2) : Value.NONE);
  }
}
