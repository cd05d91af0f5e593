package io.github.shapecheck.processor.run.program;

/** A division by zero, which Python tells from a number that is too large. */
public final class DivisionByZero extends ArithmeticException {
  private static final long serialVersionUID = 1L;
}
