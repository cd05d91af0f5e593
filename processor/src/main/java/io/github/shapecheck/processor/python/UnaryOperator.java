package io.github.shapecheck.processor.python;

/** An operator in front of its only operand. */
public enum UnaryOperator {
  NEGATE("-"),
  PLUS("+"),
  INVERT("~");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
