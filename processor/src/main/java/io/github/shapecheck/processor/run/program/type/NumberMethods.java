package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Native;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.value.Value;

/** What numbers can do beside arithmetic. */
public final class NumberMethods {
  private NumberMethods() {}

  public static void fill(ClassObject integer, ClassObject real) {
    put(
        integer,
        "bit_length",
        in -> Value.Int.of(64 - Long.numberOfLeadingZeros(Math.abs(in.integer(0)))));
    put(integer, "astype", NumberMethods::astype);
    put(real, "astype", NumberMethods::astype);
    put(integer, "numerator", in -> in.get(0));
    put(integer, "item", in -> in.get(0));
    put(real, "item", in -> in.get(0));
    put(
        real,
        "is_integer",
        in -> {
          double number = Arithmetic.real(in.get(0));
          return Comparing.bool(number == Math.rint(number) && !Double.isInfinite(number));
        });
    put(integer, "is_integer", in -> Comparing.bool(true));
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

  private static void put(ClassObject type, String name, Native body) {
    type.members().put(name, new Builtin(name, body));
  }
}
