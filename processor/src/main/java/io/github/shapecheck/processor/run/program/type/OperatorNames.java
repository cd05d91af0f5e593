package io.github.shapecheck.processor.run.program.type;

import io.github.shapecheck.processor.python.BinaryOperator;
import io.github.shapecheck.processor.python.ComparisonOperator;
import io.github.shapecheck.processor.python.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What operators are called: in the catalogue, and as methods of classes. */
public final class OperatorNames {
  private OperatorNames() {}

  /** The catalogue's operation. */
  public static String of(BinaryOperator operator) {
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

  /** The catalogue's operation. */
  public static String of(UnaryOperator operator) {
    return switch (operator) {
      case NEGATE -> "neg";
      case PLUS -> "positive";
      case INVERT -> "bitwise_not";
    };
  }

  /** The catalogue's operation; null for what is none of tensors' elements. */
  public static @Nullable String of(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> "eq";
      case NOT_EQUAL -> "ne";
      case LESS -> "lt";
      case LESS_OR_EQUAL -> "le";
      case GREATER -> "gt";
      case GREATER_OR_EQUAL -> "ge";
      case IS, IS_NOT, IN, NOT_IN -> null;
    };
  }

  /** The method of a class, of the right operand if it is reflected. */
  public static String special(BinaryOperator operator, boolean reflected) {
    return (reflected ? "__r" : "__") + operator.word() + "__";
  }

  /** The method of a class for {@code +=} and its like. */
  static String inPlace(BinaryOperator operator) {
    return "__i" + operator.word() + "__";
  }

  /** The method of a class. */
  public static String special(ComparisonOperator operator) {
    return "__" + of(operator) + "__";
  }

  /** The method of a class. */
  public static String special(UnaryOperator operator) {
    return switch (operator) {
      case NEGATE -> "__neg__";
      case PLUS -> "__pos__";
      case INVERT -> "__invert__";
    };
  }
}
