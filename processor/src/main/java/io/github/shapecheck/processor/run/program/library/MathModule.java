package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.program.type.Arithmetic;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.run.program.type.TypeConstructors;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module {@code math}; sizes that it rounds stay exact. Rule ask-3. */
public final class MathModule {
  private static final Set<String> OF_ONE =
      Set.of(
          "sqrt", "exp", "log2", "log10", "log1p", "expm1", "sin", "cos", "tan", "asin", "acos",
          "atan", "sinh", "cosh", "tanh", "fabs", "radians", "degrees", "erf");

  private MathModule() {}

  /** The function that does for plain numbers what one of PyTorch's does for tensors, or null. */
  public static @Nullable Builtin plain(String name) {
    Value named = Builtins.named(name);
    return (named instanceof Builtin ? named : member(name)) instanceof Builtin builtin
        ? builtin
        : null;
  }

  /** A member, or null. */
  public static @Nullable Value member(String name) {
    if (OF_ONE.contains(name)) {
      return new Builtin(name, in -> real(in, elementary(name, number(in, 0))));
    }
    return switch (name) {
      case "pi" -> new Value.Real(Math.PI);
      case "e" -> new Value.Real(Math.E);
      case "tau" -> new Value.Real(2 * Math.PI);
      case "inf" -> new Value.Real(Double.POSITIVE_INFINITY);
      case "nan" -> new Value.Real(Double.NaN);
      case "floor", "ceil", "trunc" -> new Builtin(name, in -> rounded(in, name));
      case "log" -> new Builtin(name, MathModule::log);
      case "pow" -> new Builtin(name, in -> real(in, Math.pow(number(in, 0), number(in, 1))));
      case "atan2", "hypot", "fmod", "copysign" ->
          new Builtin(name, in -> real(in, ofTwo(name, number(in, 0), number(in, 1))));
      case "gcd", "lcm" -> new Builtin(name, in -> divisor(in, name));
      case "prod", "factorial", "isqrt", "comb", "isclose" -> Written.named("math", name);
      case "isnan", "isinf", "isfinite" -> new Builtin(name, in -> test(in, name));
      default -> null;
    };
  }

  private static double number(Invocation in, int index) {
    Value value = in.get(index);
    if (value instanceof Tensor || !Arithmetic.isNumber(value)) {
      throw in.unfit(value, "math takes numbers, not " + value.kind());
    }
    return Arithmetic.real(value);
  }

  private static Value real(Invocation in, double result) {
    for (int i = 0; Double.isNaN(result) && i < in.size(); i++) {
      if (!(in.get(i) instanceof Value.Real) && Double.isNaN(Arithmetic.real(in.get(i)))) {
        return Opaque.ofSize();
      }
    }
    if (Double.isNaN(result) && !Double.isNaN(Arithmetic.real(in.get(0)))) {
      throw in.error("ValueError", "this number has no such function's value");
    }
    return new Value.Real(result);
  }

  private static double elementary(String name, double number) {
    return switch (name) {
      case "sqrt" -> Math.sqrt(number);
      case "exp" -> Math.exp(number);
      case "log2" -> number > 0 ? exactLog2(number) : Double.NaN;
      case "log10" -> number > 0 ? Math.log10(number) : Double.NaN;
      case "log1p" -> Math.log1p(number);
      case "expm1" -> Math.expm1(number);
      case "sin" -> Math.sin(number);
      case "cos" -> Math.cos(number);
      case "tan" -> Math.tan(number);
      case "asin" -> Math.asin(number);
      case "acos" -> Math.acos(number);
      case "atan" -> Math.atan(number);
      case "sinh" -> Math.sinh(number);
      case "cosh" -> Math.cosh(number);
      case "tanh" -> Math.tanh(number);
      case "radians" -> Math.toRadians(number);
      case "degrees" -> Math.toDegrees(number);
      case "fabs" -> Math.abs(number);
      case "erf" -> errorFunction(number);
      default -> Double.NaN;
    };
  }

  /** By the series whose terms are all of one sign; beyond 6 it is 1 to the last bit. */
  private static double errorFunction(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** Exact for powers of two, as C's {@code log2} is. */
  private static double exactLog2(double number) {
    int exponent = Math.getExponent(number);
    return number == Math.scalb(1.0, exponent) ? exponent : Math.log(number) / Math.log(2);
  }

  private static double ofTwo(String name, double a, double b) {
    return switch (name) {
      case "atan2" -> Math.atan2(a, b);
      case "hypot" -> Math.hypot(a, b);
      case "fmod" -> a % b;
      default -> Math.copySign(a, b);
    };
  }

  private static Value log(Invocation in) {
    double number = number(in, 0);
    if (number <= 0) {
      throw in.error("ValueError", "only positive numbers have a logarithm");
    }
    return real(in, in.size() == 1 ? Math.log(number) : Math.log(number) / Math.log(number(in, 1)));
  }

  /** {@code floor}, {@code ceil} and {@code trunc}, also of quotients of sizes. */
  static Value rounded(Invocation in, String name) {
    Value value = in.get(0);
    Dim dim = Arithmetic.integer(value);
    if (dim != null) {
      return new Value.Int(dim);
    }
    if (value instanceof Value.Quotient quotient) {
      Dim divisor = quotient.divisor();
      return new Value.Int(
          name.equals("ceil")
              ? quotient.dividend().ceilDiv(divisor)
              : quotient.dividend().floorDiv(divisor));
    }
    if (value instanceof Value.Real real) {
      double number = real.value();
      return TypeConstructors.truncated(
          in,
          name.equals("floor")
              ? Math.floor(number)
              : name.equals("ceil") ? Math.ceil(number) : number);
    }
    if (value instanceof Tensor) {
      return Opaque.in((Tensor) in.get(0), "").derived();
    }
    throw in.unfit(value, value.kind() + " is no number");
  }

  private static Value divisor(Invocation in, String name) {
    long result = Math.abs(in.integer(0));
    for (int i = 1; i < in.size(); i++) {
      long other = Math.abs(in.integer(i));
      long divisor = gcd(result, other);
      result =
          name.equals("gcd")
              ? divisor
              : divisor == 0 ? 0 : Math.multiplyExact(result / divisor, other);
    }
    return Value.Int.of(result);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static Value test(Invocation in, String name) {
    double number = number(in, 0);
    return Comparing.bool(
        switch (name) {
          case "isnan" -> Double.isNaN(number);
          case "isinf" -> Double.isInfinite(number);
          default -> !Double.isNaN(number) && !Double.isInfinite(number);
        });
  }
}
