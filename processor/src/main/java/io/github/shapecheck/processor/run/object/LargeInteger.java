package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** A whole number beyond 2^63, which seeds and hashes are computed with and which is no size. */
public record LargeInteger(BigInteger value) implements Value.Reference {
  private static final int MOST_BITS = 65_536;

  /** A whole number of any size. */
  public static Value of(BigInteger value) {
    if (value.bitLength() > MOST_BITS) {
      throw new ArithmeticException();
    }
    return value.bitLength() < Long.SIZE
        ? Value.Int.of(value.longValueExact())
        : new LargeInteger(value);
  }

  /** A value as a whole number; null where it is none, or has free sizes. */
  public static @Nullable BigInteger whole(Value value) {
    if (value instanceof LargeInteger large) {
      return large.value;
    }
    return value instanceof Value.Int number && number.value().isConstant()
        ? BigInteger.valueOf(number.value().value())
        : null;
  }

  /** What an operator gives for two of them, the second not 0 where it divides; null for none. */
  public static @Nullable Value binary(BinaryOperator operator, BigInteger a, BigInteger b) {
    return switch (operator) {
      case ADD -> of(a.add(b));
      case SUBTRACT -> of(a.subtract(b));
      case MULTIPLY -> of(a.multiply(b));
      case DIVIDE ->
          new Value.Real(
              new BigDecimal(a).divide(new BigDecimal(b), MathContext.DECIMAL128).doubleValue());
      case FLOOR_DIVIDE -> of(a.subtract(remainder(a, b)).divide(b));
      case REMAINDER -> of(remainder(a, b));
      case POWER ->
          b.signum() < 0 ? new Value.Real(Math.pow(a.doubleValue(), b.doubleValue())) : power(a, b);
      case SHIFT_LEFT -> b.signum() < 0 ? null : of(a.shiftLeft(bits(b)));
      case SHIFT_RIGHT -> b.signum() < 0 ? null : of(a.shiftRight(bits(b)));
      case AND -> of(a.and(b));
      case OR -> of(a.or(b));
      case XOR -> of(a.xor(b));
      default -> null;
    };
  }

  /** It has the sign of the divisor. */
  private static BigInteger remainder(BigInteger a, BigInteger b) {
    BigInteger rest = a.remainder(b);
    return rest.signum() * b.signum() < 0 ? rest.add(b) : rest;
  }

  private static Value power(BigInteger base, BigInteger exponent) {
    int times = bits(exponent);
    if ((long) base.bitLength() * times > MOST_BITS) {
      throw new ArithmeticException();
    }
    return of(base.pow(times));
  }

  private static int bits(BigInteger count) {
    if (count.bitLength() > Integer.SIZE / 2 + 1) {
      throw new ArithmeticException();
    }
    return count.intValueExact();
  }

  @Override
  public String describe() {
    return "an integer beyond 2^63";
  }
}
