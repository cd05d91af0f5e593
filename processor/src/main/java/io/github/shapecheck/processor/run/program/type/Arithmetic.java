package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.UnaryOperator;
import io.github.shapecheck.processor.run.object.LargeInteger;
import io.github.shapecheck.processor.run.program.DivisionByZero;
import io.github.shapecheck.processor.value.Floats;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Python's arithmetic of integers, which may contain free sizes, and of floats. Rule ask-3. */
public final class Arithmetic {
  private static final Dim ZERO = Dim.of(0);

  private Arithmetic() {}

  /** A value as an integer, bools counted; null for others. */
  public static @Nullable Dim integer(Value value) {
    return value instanceof Value.Bool flag ? Dim.of(flag.value() ? 1 : 0) : value.dim();
  }

  /** Whether it is a number of any kind. */
  public static boolean isNumber(Value value) {
    return value instanceof Value.Real
        || value instanceof Value.Quotient
        || value instanceof LargeInteger
        || integer(value) != null;
  }

  /** A number as a double; NaN where it is none, or not known. */
  public static double real(Value value) {
    if (value instanceof Value.Real real) {
      return real.value();
    }
    if (value instanceof LargeInteger large) {
      return large.value().doubleValue();
    }
    Dim dim = integer(value);
    return dim != null && dim.isConstant() ? dim.value() : Double.NaN;
  }

  /** {@code -x}, {@code +x} or {@code ~x}; null where there is none such. */
  public static @Nullable Value unary(UnaryOperator operator, Value operand) {
    if (operand instanceof Value.Quotient quotient) {
      return operator == UnaryOperator.NEGATE
          ? Fractions.negated(quotient)
          : operator == UnaryOperator.PLUS ? quotient : null;
    }
    Dim dim = integer(operand);
    if (dim != null) {
      return switch (operator) {
        case NEGATE -> new Value.Int(dim.negate());
        case PLUS -> new Value.Int(dim);
        case INVERT -> new Value.Int(dim.negate().minus(1));
      };
    }
    if (operand instanceof LargeInteger large) {
      BigInteger number = large.value();
      return LargeInteger.of(
          switch (operator) {
            case NEGATE -> number.negate();
            case PLUS -> number;
            case INVERT -> number.not();
          });
    }
    if (operand.equals(Value.COMPLEX)) {
      return operator == UnaryOperator.INVERT ? null : operand;
    }
    return operand instanceof Value.Real real && operator != UnaryOperator.INVERT
        ? new Value.Real(operator == UnaryOperator.NEGATE ? -real.value() : real.value())
        : null;
  }

  /**
   * What an operator gives for two numbers; null where Python has no result.
   *
   * @throws ArithmeticException for integers beyond 2^63
   * @throws DivisionByZero for what Python calls so
   */
  public static @Nullable Value binary(BinaryOperator operator, Value left, Value right) {
    Dim first = integer(left);
    Dim second = integer(right);
    if (first != null && second != null) {
      return left instanceof Value.Bool one && right instanceof Value.Bool two && isLogic(operator)
          ? Comparing.bool(logic(operator, one.value(), two.value()))
          : integers(operator, first, second);
    }
    BigInteger one = LargeInteger.whole(left);
    BigInteger other = LargeInteger.whole(right);
    if (one != null && other != null) {
      return large(operator, one, other);
    }
    if (left.equals(Value.COMPLEX) || right.equals(Value.COMPLEX)) {
      return ofComplex(operator, left) && ofComplex(operator, right) ? Value.COMPLEX : null;
    }
    if (!isNumber(left) || !isNumber(right)) {
      return null;
    }
    return isFree(left, first) || isFree(right, second)
        ? Fractions.binary(operator, left, right)
        : reals(operator, real(left), real(right));
  }

  private static boolean ofComplex(BinaryOperator operator, Value operand) {
    boolean takes =
        switch (operator) {
          case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER -> true;
          default -> false;
        };
    return takes && (operand.equals(Value.COMPLEX) || isNumber(operand));
  }

  private static boolean isLogic(BinaryOperator operator) {
    return operator == BinaryOperator.AND
        || operator == BinaryOperator.OR
        || operator == BinaryOperator.XOR;
  }

  private static boolean logic(BinaryOperator operator, boolean left, boolean right) {
    return switch (operator) {
      case AND -> left & right;
      case OR -> left | right;
      default -> left ^ right;
    };
  }

  private static boolean isFree(Value value, @Nullable Dim integer) {
    return value instanceof Value.Quotient || integer != null && !integer.isConstant();
  }

  private static boolean divides(BinaryOperator operator) {
    return operator == BinaryOperator.DIVIDE
        || operator == BinaryOperator.FLOOR_DIVIDE
        || operator == BinaryOperator.REMAINDER;
  }

  private static @Nullable Value large(BinaryOperator operator, BigInteger left, BigInteger right) {
    if (divides(operator) && right.signum() == 0) {
      throw new DivisionByZero();
    }
    return LargeInteger.binary(operator, left, right);
  }

  private static @Nullable Value integers(BinaryOperator operator, Dim left, Dim right) {
    if (divides(operator) && right.equals(ZERO)) {
      throw new DivisionByZero();
    }
    try {
      return sizes(operator, left, right);
    } catch (ArithmeticException beyond) {
      if (beyond instanceof DivisionByZero || !left.isConstant() || !right.isConstant()) {
        throw beyond;
      }
      return large(operator, BigInteger.valueOf(left.value()), BigInteger.valueOf(right.value()));
    }
  }

  private static @Nullable Value sizes(BinaryOperator operator, Dim left, Dim right) {
    return switch (operator) {
      case ADD -> new Value.Int(left.plus(right));
      case SUBTRACT -> new Value.Int(left.minus(right));
      case MULTIPLY -> new Value.Int(left.times(right));
      case FLOOR_DIVIDE -> new Value.Int(left.floorDiv(right));
      case REMAINDER -> new Value.Int(left.mod(right));
      case DIVIDE ->
          left.isConstant() && right.isConstant()
              ? new Value.Real((double) left.value() / right.value())
              : new Value.Quotient(left, right);
      case POWER -> power(left, right);
      default -> bits(operator, left, right);
    };
  }

  private static @Nullable Value bits(BinaryOperator operator, Dim left, Dim right) {
    if (!left.isConstant() || !right.isConstant()) {
      return Fractions.open(left, right);
    }
    long a = left.value();
    long b = right.value();
    return switch (operator) {
      case AND -> Value.Int.of(a & b);
      case OR -> Value.Int.of(a | b);
      case XOR -> Value.Int.of(a ^ b);
      case SHIFT_LEFT ->
          LargeInteger.binary(operator, BigInteger.valueOf(a), BigInteger.valueOf(b));
      case SHIFT_RIGHT -> b < 0 ? null : Value.Int.of(a >> Math.min(b, 63));
      default -> null;
    };
  }

  private static Value power(Dim base, Dim exponent) {
    if (!exponent.isConstant()) {
      return Fractions.open(base, exponent);
    }
    long times = exponent.value();
    if (times < 0) {
      if (base.equals(ZERO)) {
        throw new DivisionByZero();
      }
      return base.isConstant()
          ? new Value.Real(Math.pow(base.value(), times))
          : Fractions.open(base);
    }
    if (base.isConstant() && Math.abs(base.value()) < 2) {
      return Value.Int.of(
          times == 0 || base.value() == 1
              ? 1
              : times % 2 == 0 ? base.value() * base.value() : base.value());
    }
    if (times > 64) {
      throw new ArithmeticException();
    }
    Dim result = Dim.of(1);
    for (long i = 0; i < times; i++) {
      result = result.times(base);
    }
    return new Value.Int(result);
  }

  private static @Nullable Value reals(BinaryOperator operator, double left, double right) {
    if (divides(operator) && right == 0) {
      throw new DivisionByZero();
    }
    return switch (operator) {
      case ADD -> new Value.Real(left + right);
      case SUBTRACT -> new Value.Real(left - right);
      case MULTIPLY -> new Value.Real(left * right);
      case DIVIDE -> new Value.Real(left / right);
      case FLOOR_DIVIDE -> new Value.Real(Floats.floorDiv(left, right));
      case REMAINDER -> new Value.Real(Floats.mod(left, right));
      case POWER -> {
        if (left == 0 && right < 0) {
          throw new DivisionByZero();
        }
        yield new Value.Real(Math.pow(left, right));
      }
      default -> null;
    };
  }
}
