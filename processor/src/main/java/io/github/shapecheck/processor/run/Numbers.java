package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's functions of numbers and sequences of numbers: min, sum, math.sqrt. */
final class Numbers {
  private Numbers() {}

  /**
   * The value of a call; null where the function or its arguments are not numbers', or too large.
   */
  static @Nullable Value call(String name, List<Value> arguments) {
    try {
      return exact(name, arguments);
    } catch (ArithmeticException overflow) {
      return null;
    }
  }

  private static @Nullable Value exact(String name, List<Value> arguments) {
    Value first = arguments.get(0);
    return switch (name) {
      case "min", "max", "sum", "prod" -> combine(name, items(arguments));
      case "abs" -> absolute(first);
      case "sqrt" -> real(first, Math.sqrt(Builtins.real(first)));
      case "exp" -> real(first, Math.exp(Builtins.real(first)));
      case "log" -> real(first, logarithm(arguments));
      case "log2" -> real(first, Math.log(Builtins.real(first)) / Math.log(2));
      case "log10" -> real(first, Math.log10(Builtins.real(first)));
      case "sin", "cos", "tan", "tanh", "atan", "log1p", "expm1", "fabs" ->
          real(first, elementary(name, Builtins.real(first)));
      case "pow" -> arguments.size() == 2 ? power(first, arguments.get(1)) : null;
      default -> null;
    };
  }

  private static double elementary(String name, double number) {
    return switch (name) {
      case "sin" -> Math.sin(number);
      case "cos" -> Math.cos(number);
      case "tan" -> Math.tan(number);
      case "tanh" -> Math.tanh(number);
      case "atan" -> Math.atan(number);
      case "log1p" -> Math.log1p(number);
      case "expm1" -> Math.expm1(number);
      default -> Math.abs(number);
    };
  }

  private static List<Value> items(List<Value> arguments) {
    return arguments.size() == 1 && arguments.get(0) instanceof Value.Sequence sequence
        ? sequence.items()
        : arguments;
  }

  private static @Nullable Value combine(String name, List<Value> items) {
    Dim result = null;
    for (Value item : items) {
      Dim dim = Operators.integer(item);
      if (dim == null) {
        return fractions(name, items);
      }
      if (result == null) {
        result = dim;
        continue;
      }
      result =
          switch (name) {
            case "min" -> result.min(dim);
            case "max" -> result.max(dim);
            case "sum" -> result.plus(dim);
            default -> result.times(dim);
          };
    }
    return result == null ? null : new Value.Int(result);
  }

  /** Numbers of which some are floats; not a number where they contain free sizes. */
  private static @Nullable Value fractions(String name, List<Value> items) {
    double result = Builtins.real(items.get(0));
    boolean numbers = isNumber(items.get(0));
    for (Value item : items.subList(1, items.size())) {
      double next = Builtins.real(item);
      numbers &= isNumber(item);
      result =
          switch (name) {
            case "min" -> Math.min(result, next);
            case "max" -> Math.max(result, next);
            case "sum" -> result + next;
            default -> result * next;
          };
    }
    return !numbers ? null : items.contains(Value.UNKNOWN) ? Value.UNKNOWN : new Value.Real(result);
  }

  private static @Nullable Value absolute(Value value) {
    Dim dim = Operators.integer(value);
    if (dim != null) {
      return new Value.Int(dim.max(dim.negate()));
    }
    return real(value, Math.abs(Builtins.real(value)));
  }

  private static double logarithm(List<Value> arguments) {
    double number = Math.log(Builtins.real(arguments.get(0)));
    return arguments.size() == 2 ? number / Math.log(Builtins.real(arguments.get(1))) : number;
  }

  private static @Nullable Value power(Value base, Value exponent) {
    return isNumber(base) && isNumber(exponent)
        ? real(base, Math.pow(Builtins.real(base), Builtins.real(exponent)))
        : null;
  }

  /** A result of a number, not a number where it depends on free sizes; null of no number. */
  private static @Nullable Value real(Value argument, double result) {
    if (!isNumber(argument)) {
      return null;
    }
    return argument instanceof Value.Unknown ? argument : new Value.Real(result);
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Unknown
        || value instanceof Value.Real
        || value instanceof Value.Quotient
        || Operators.integer(value) != null;
  }
}
