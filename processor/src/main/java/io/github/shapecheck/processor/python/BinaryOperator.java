package io.github.shapecheck.processor.python;

/** An operator between two operands, comparisons aside. */
public enum BinaryOperator {
  OR("|", "or", 2),
  XOR("^", "xor", 3),
  AND("&", "and", 4),
  SHIFT_LEFT("<<", "lshift", 5),
  SHIFT_RIGHT(">>", "rshift", 5),
  ADD("+", "add", 6),
  SUBTRACT("-", "sub", 6),
  MULTIPLY("*", "mul", 7),
  DIVIDE("/", "truediv", 7),
  FLOOR_DIVIDE("//", "floordiv", 7),
  REMAINDER("%", "mod", 7),
  MATRIX_MULTIPLY("@", "matmul", 7),
  POWER("**", "pow", 9);

  /** How tightly the loosest of them binds. */
  public static final int LOOSEST = 2;

  /** How tightly sums bind. */
  public static final int SUM_PRECEDENCE = 6;

  /** How tightly a sign binds: between products and powers. */
  public static final int SIGN_PRECEDENCE = 8;

  private final String symbol;
  private final String word;
  private final int precedence;

  BinaryOperator(String symbol, String word, int precedence) {
    this.symbol = symbol;
    this.word = word;
    this.precedence = precedence;
  }

  public String symbol() {
    return symbol;
  }

  /** What methods for it are called: {@code __add__}, {@code __radd__}, {@code __iadd__}. */
  public String word() {
    return word;
  }

  /** How tightly it binds, as in Python. */
  public int precedence() {
    return precedence;
  }
}
