package io.github.shapecheck.cli;

/** The command was asked for what it cannot do; the message says what would be right. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUse(String message) {
    super(message);
  }
}
