package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic of quotients of sizes, exact until they are rounded: {@code int(b / (h * w / 7 / 7))}.
 * Rule ask-3.
 */
public final class Fractions {
  private static final Dim ONE = Dim.of(1);

  private Fractions() {}

  /** Two numbers of which one contains free sizes; null where Python has no result. */
  public static @Nullable Value binary(BinaryOperator operator, Value left, Value right) {
    Value.Quotient a = Value.Quotient.of(left);
    Value.Quotient b = Value.Quotient.of(right);
    if (a == null || b == null) {
      Dim size = a == null ? b == null ? ONE : b.dividend() : a.dividend();
      return Arithmetic.isNumber(left) && Arithmetic.isNumber(right) ? open(size) : null;
    }
    Dim cross = a.dividend().times(b.divisor());
    Dim back = b.dividend().times(a.divisor());
    Dim divisor = a.divisor().times(b.divisor());
    return switch (operator) {
      case ADD -> reduced(cross.plus(back), divisor);
      case SUBTRACT -> reduced(cross.minus(back), divisor);
      case MULTIPLY -> reduced(a.dividend().times(b.dividend()), divisor);
      case DIVIDE -> back.equals(Dim.of(0)) ? null : reduced(cross, back);
      case FLOOR_DIVIDE ->
          back.equals(Dim.of(0)) ? null : new Value.Quotient(cross.floorDiv(back), ONE);
      default -> open(cross, back);
    };
  }

  /** A number that such sizes give and that is no formula of them. */
  static Value open(Dim... sizes) {
    return Stream.of(sizes).allMatch(Dim::isKnown) ? Opaque.ofSize() : Value.UNKNOWN;
  }

  /** The quotient, its divisor 1 where that is so for all sizes. */
  private static Value reduced(Dim dividend, Dim divisor) {
    Dim whole = dividend.dividedBy(divisor).orElse(null);
    return whole == null ? new Value.Quotient(dividend, divisor) : new Value.Quotient(whole, ONE);
  }

  /** The negative. */
  public static Value negated(Value.Quotient value) {
    return new Value.Quotient(value.dividend().negate(), value.divisor());
  }
}
