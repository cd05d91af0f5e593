package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.object.Slices;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Native;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.value.Value;
import java.util.List;

/** What numbers can do beside arithmetic. */
public final class NumberMethods {
  private NumberMethods() {}

  public static void fill(ClassObject integer, ClassObject real) {
    for (String name : List.of("bit_length", "bit_count")) {
      integer.members().put(name, Written.named("int", name));
    }
    real.members().put("as_integer_ratio", Written.named("float", "as_integer_ratio"));
    Builtin.define(integer, "astype", NumberMethods::astype);
    Builtin.define(real, "astype", NumberMethods::astype);
    for (ClassObject number : List.of(integer, real)) {
      property(number, "real", in -> in.get(0));
      property(number, "imag", in -> number == integer ? Value.Int.of(0) : new Value.Real(0));
    }
    property(integer, "numerator", in -> in.get(0));
    property(integer, "denominator", in -> Value.Int.of(1));
    Builtin.define(integer, "item", in -> in.get(0));
    Builtin.define(real, "item", in -> in.get(0));
    Builtin.define(
        real,
        "is_integer",
        in -> {
          double number = Arithmetic.real(in.get(0));
          return Comparing.bool(number == Math.rint(number) && !Double.isInfinite(number));
        });
    Builtin.define(integer, "is_integer", in -> Comparing.bool(true));
  }

  /** NumPy's numbers are Python's here. */
  private static Value astype(Invocation in) {
    boolean whole =
        in.get(1) instanceof Value.Text text && text.value().startsWith("int")
            || in.get(1) == Types.INT
            || in.get(1) instanceof Value.Type type && type.dtype().isInteger();
    return whole && in.get(0) instanceof Value.Real real
        ? TypeConstructors.truncated(in, real.value())
        : in.get(0);
  }

  /** What ranges and slices tell of themselves. */
  public static void fillRanges(ClassObject range, ClassObject slice) {
    property(range, "start", in -> Value.Int.of(((RangeObject) in.get(0)).start()));
    property(range, "stop", in -> Value.Int.of(((RangeObject) in.get(0)).stop()));
    property(range, "step", in -> Value.Int.of(((RangeObject) in.get(0)).step()));
    Builtin.define(
        range,
        "count",
        in -> Value.Int.of(((RangeObject) in.get(0)).contains(in.integer(1)) ? 1 : 0));
    Builtin.define(range, "index", NumberMethods::index);
    Builtin.define(
        slice,
        "indices",
        in -> {
          Slices part = Slices.of((Value.Slice) in.get(0), (int) in.integer(1));
          if (part == null) {
            throw in.error("ValueError", "the step of a slice is not 0");
          }
          return Value.Sequence.tuple(
              Value.Int.of(part.start()), Value.Int.of(part.stop()), Value.Int.of(part.step()));
        });
    property(slice, "start", in -> ((Value.Slice) in.get(0)).lower());
    property(slice, "stop", in -> ((Value.Slice) in.get(0)).upper());
    property(slice, "step", in -> ((Value.Slice) in.get(0)).step());
  }

  private static Value index(Invocation in) {
    RangeObject range = (RangeObject) in.get(0);
    if (!range.contains(in.integer(1))) {
      throw in.error("ValueError", in.integer(1) + " is not in the range");
    }
    return Value.Int.of((in.integer(1) - range.start()) / range.step());
  }

  private static void property(ClassObject type, String name, Native body) {
    type.members().put(name, new Wrapper(Wrapper.Kind.PROPERTY, new Builtin(name, body)));
  }
}
