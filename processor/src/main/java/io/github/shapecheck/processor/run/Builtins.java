package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.python.Expression;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Python's own functions and those of math, as far as shapes need them. */
final class Builtins {
  private Builtins() {}

  /** The value of a call, null where the function or its arguments are not known here. */
  static @Nullable Value call(Expression callee, Arguments arguments) {
    String name =
        callee instanceof Expression.Name plain
            ? plain.id()
            : callee instanceof Expression.Attribute attribute ? attribute.name() : "";
    List<Value> values = arguments.positional();
    if (values.isEmpty() && (name.equals("list") || name.equals("tuple"))) {
      return new Value.Sequence(List.of(), name.equals("tuple"));
    }
    if (values.isEmpty() || values.get(0) instanceof Tensor && !name.equals("len")) {
      return null;
    }
    Value first = values.get(0);
    return switch (name) {
      case "len" -> first instanceof Value.Unknown ? first : length(first);
      case "int", "floor", "ceil", "trunc", "round" ->
          first instanceof Value.Unknown ? first : integer(name, first);
      case "float" -> isFloat(first) ? first : number(first);
      case "tuple", "Size" -> sequence(first, true);
      case "list" -> sequence(first, false);
      case "range" -> Lists.range(values);
      case "reversed" -> Lists.reversed(first);
      case "finfo", "iinfo" -> first instanceof Value.Type ? first : null;
      case "slice" -> slice(values);
      case "device" -> new Value.Constant("device");
      default -> Numbers.call(name, values);
    };
  }

  private static boolean isFloat(Value value) {
    return value instanceof Value.Real
        || value instanceof Value.Quotient
        || value instanceof Value.Unknown;
  }

  private static @Nullable Value sequence(Value value, boolean tuple) {
    if (value instanceof Value.Sequence sequence) {
      return new Value.Sequence(sequence.items(), tuple);
    }
    return value instanceof Value.Unknown ? value : null;
  }

  private static Value slice(List<Value> values) {
    return values.size() == 1
        ? new Value.Slice(Value.NONE, values.get(0), Value.NONE)
        : new Value.Slice(
            values.get(0), values.get(1), values.size() == 3 ? values.get(2) : Value.NONE);
  }

  private static @Nullable Value length(Value value) {
    if (value instanceof Value.Sequence sequence) {
      return Value.Int.of(sequence.items().size());
    }
    if (value instanceof Value.Pieces pieces) {
      return new Value.Int(pieces.count());
    }
    return value instanceof Tensor tensor && tensor.rank() > 0
        ? new Value.Int(tensor.dim(0))
        : null;
  }

  private static @Nullable Value integer(String name, Value value) {
    Dim dim = Operators.integer(value);
    if (dim != null) {
      return new Value.Int(dim);
    }
    if (value instanceof Value.Quotient quotient) {
      Dim divisor = quotient.divisor();
      return name.equals("round")
          ? Value.UNKNOWN
          : new Value.Int(
              name.equals("ceil")
                  ? quotient.dividend().ceilDiv(divisor)
                  : quotient.dividend().floorDiv(divisor));
    }
    if (!(value instanceof Value.Real real) || Math.abs(real.value()) >= 0x1p62) {
      return null;
    }
    if (Double.isNaN(real.value())) {
      return Value.UNKNOWN;
    }
    double number = real.value();
    return Value.Int.of(
        (long)
            switch (name) {
              case "floor" -> Math.floor(number);
              case "ceil" -> Math.ceil(number);
              case "round" -> Math.rint(number);
              default -> number;
            });
  }

  private static @Nullable Value number(Value value) {
    if (value instanceof Value.Text text) {
      return parsed(text.value());
    }
    Dim dim = Operators.integer(value);
    if (dim == null || dim.isConstant()) {
      return dim == null ? null : new Value.Real(dim.value());
    }
    return dim.isKnown() ? new Value.Quotient(dim, Dim.of(1)) : Value.UNKNOWN;
  }

  /** What {@code float("-inf")} is. */
  private static @Nullable Value parsed(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("inf(inity)?", "Infinity");
    try {
      return new Value.Real(Double.parseDouble(plain.replace("nan", "NaN")));
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /** A number as a float; not a number where it holds free sizes. */
  static double real(Value value) {
    if (value instanceof Value.Real real) {
      return real.value();
    }
    Dim dim = Operators.integer(value);
    return dim != null && dim.isConstant() ? dim.value() : Double.NaN;
  }
}
