package io.github.shapecheck.processor.python;

/** An operator between two operands, comparisons aside. */
public enum BinaryOperator {
  OR("|", 2),
  XOR("^", 3),
  AND("&", 4),
  SHIFT_LEFT("<<", 5),
  SHIFT_RIGHT(">>", 5),
  ADD("+", 6),
  SUBTRACT("-", 6),
  MULTIPLY("*", 7),
  DIVIDE("/", 7),
  FLOOR_DIVIDE("//", 7),
  REMAINDER("%", 7),
  MATRIX_MULTIPLY("@", 7),
  POWER("**", 9);

  /** How tightly the loosest of them binds. */
  public static final int LOOSEST = 2;

  /** How tightly sums bind. */
  public static final int SUM_PRECEDENCE = 6;

  /** How tightly a sign binds: between products and powers. */
  public static final int SIGN_PRECEDENCE = 8;

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  public String symbol() {
    return symbol;
  }

  /** How tightly it binds, as in Python. */
  public int precedence() {
    return precedence;
  }
}
