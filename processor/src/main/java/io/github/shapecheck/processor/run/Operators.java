package io.github.shapecheck.processor.run;

import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.UnaryOperator;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's operators on what is not a tensor; the names of those on tensors. */
final class Operators {
  private static final int LONGEST_SEQUENCE = 100_000;

  private Operators() {}

  /** The function of an operator on tensors. */
  static String name(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> "add";
      case SUBTRACT -> "sub";
      case MULTIPLY -> "mul";
      case DIVIDE -> "div";
      case FLOOR_DIVIDE -> "floor_divide";
      case REMAINDER -> "remainder";
      case MATRIX_MULTIPLY -> "matmul";
      case POWER -> "pow";
      case AND -> "bitwise_and";
      case OR -> "bitwise_or";
      case XOR -> "bitwise_xor";
      case SHIFT_LEFT -> "bitwise_left_shift";
      case SHIFT_RIGHT -> "bitwise_right_shift";
    };
  }

  /** The function of a sign on a tensor. */
  static String name(UnaryOperator operator) {
    return switch (operator) {
      case NEGATE -> "neg";
      case PLUS -> "positive";
      case INVERT -> "bitwise_not";
    };
  }

  /** The function of a comparison of tensors. */
  static String name(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> "eq";
      case NOT_EQUAL -> "ne";
      case LESS -> "lt";
      case LESS_OR_EQUAL -> "le";
      case GREATER -> "gt";
      case GREATER_OR_EQUAL -> "ge";
      case IS, IS_NOT, IN, NOT_IN -> throw new IllegalArgumentException(operator.symbol());
    };
  }

  /** A sign in front of a number; null where there is none to give. */
  static @Nullable Value unary(UnaryOperator operator, Value operand) {
    if (operand instanceof Value.Unknown) {
      return Value.UNKNOWN;
    }
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
    return operand instanceof Value.Real real && operator != UnaryOperator.INVERT
        ? new Value.Real(operator == UnaryOperator.NEGATE ? -real.value() : real.value())
        : null;
  }

  /** Two numbers or sequences; null where Python has no result. */
  static @Nullable Value binary(BinaryOperator operator, Value left, Value right) {
    if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
      return Value.UNKNOWN;
    }
    if (left instanceof Value.Sequence || right instanceof Value.Sequence) {
      return sequences(operator, left, right);
    }
    Dim first = integer(left);
    Dim second = integer(right);
    try {
      if (first != null && second != null) {
        return integers(operator, first, second);
      }
      if (isFree(left, first) || isFree(right, second)) {
        return Fractions.binary(operator, left, right);
      }
    } catch (ArithmeticException overflow) {
      return null;
    }
    return isNumber(left) && isNumber(right)
        ? reals(operator, Builtins.real(left), Builtins.real(right))
        : null;
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Real || integer(value) != null;
  }

  /** Whether a number contains free sizes. */
  private static boolean isFree(Value value, @Nullable Dim integer) {
    return value instanceof Value.Quotient || integer != null && !integer.isConstant();
  }

  static @Nullable Dim integer(Value value) {
    return value instanceof Value.Bool flag ? Dim.of(flag.value() ? 1 : 0) : value.dim();
  }

  private static @Nullable Value integers(BinaryOperator operator, Dim left, Dim right) {
    boolean zero = right.equals(Dim.of(0));
    return switch (operator) {
      case ADD -> new Value.Int(left.plus(right));
      case SUBTRACT -> new Value.Int(left.minus(right));
      case MULTIPLY -> new Value.Int(left.times(right));
      case FLOOR_DIVIDE -> zero ? null : new Value.Int(left.floorDiv(right));
      case REMAINDER -> zero ? null : new Value.Int(left.mod(right));
      case DIVIDE ->
          zero
              ? null
              : left.isConstant() && right.isConstant()
                  ? new Value.Real((double) left.value() / right.value())
                  : new Value.Quotient(left, right);
      case POWER -> power(left, right);
      default -> bits(operator, left, right);
    };
  }

  private static @Nullable Value bits(BinaryOperator operator, Dim left, Dim right) {
    if (!left.isConstant() || !right.isConstant()) {
      return Value.UNKNOWN;
    }
    long a = left.value();
    long b = right.value();
    boolean shifts = b >= 0 && b < Long.SIZE - 1;
    return switch (operator) {
      case AND -> Value.Int.of(a & b);
      case OR -> Value.Int.of(a | b);
      case XOR -> Value.Int.of(a ^ b);
      case SHIFT_LEFT -> shifts ? new Value.Int(left.times(1L << b)) : null;
      case SHIFT_RIGHT -> shifts ? Value.Int.of(a >> b) : null;
      default -> null;
    };
  }

  private static @Nullable Value power(Dim base, Dim exponent) {
    if (!exponent.isConstant()) {
      return Value.UNKNOWN;
    }
    long times = exponent.value();
    if (times < 0 || times > 64) {
      return base.isConstant() ? new Value.Real(Math.pow(base.value(), times)) : Value.UNKNOWN;
    }
    Dim result = Dim.of(1);
    for (long i = 0; i < times; i++) {
      result = result.times(base);
    }
    return new Value.Int(result);
  }

  private static @Nullable Value reals(BinaryOperator operator, double left, double right) {
    return switch (operator) {
      case ADD -> new Value.Real(left + right);
      case SUBTRACT -> new Value.Real(left - right);
      case MULTIPLY -> new Value.Real(left * right);
      case DIVIDE -> new Value.Real(left / right);
      case FLOOR_DIVIDE -> new Value.Real(Math.floor(left / right));
      case REMAINDER -> new Value.Real(left - right * Math.floor(left / right));
      case POWER -> new Value.Real(Math.pow(left, right));
      default -> null;
    };
  }

  private static @Nullable Value sequences(BinaryOperator operator, Value left, Value right) {
    List<Value> items = new ArrayList<>();
    if (operator == BinaryOperator.ADD
        && left instanceof Value.Sequence first
        && right instanceof Value.Sequence second) {
      items.addAll(first.items());
      items.addAll(second.items());
      return new Value.Sequence(items, first.tuple());
    }
    Value.Sequence sequence = (Value.Sequence) (left instanceof Value.Sequence ? left : right);
    Dim times = integer(left instanceof Value.Sequence ? right : left);
    if (operator != BinaryOperator.MULTIPLY || times == null || !times.isConstant()) {
      return null;
    }
    for (long i = 0; i < times.value(); i++) {
      items.addAll(sequence.items());
      if (items.size() > LONGEST_SEQUENCE) {
        return null;
      }
    }
    return new Value.Sequence(items, sequence.tuple());
  }

  /** A comparison of numbers; unknown where it cannot be told. */
  static Value compare(ComparisonOperator operator, Value left, Value right, Decider decider) {
    Dim first = integer(left);
    Dim second = integer(right);
    if (first == null || second == null || !first.isKnown() || !second.isKnown()) {
      return Value.UNKNOWN;
    }
    Relation relation =
        switch (operator) {
          case EQUAL -> Relation.EQ;
          case NOT_EQUAL -> Relation.NE;
          case LESS -> Relation.LT;
          case LESS_OR_EQUAL -> Relation.LE;
          case GREATER -> Relation.GT;
          case GREATER_OR_EQUAL -> Relation.GE;
          case IS, IS_NOT, IN, NOT_IN -> throw new IllegalArgumentException(operator.symbol());
        };
    return new Value.Bool(decider.choose(Condition.of(first, relation, second)));
  }
}
