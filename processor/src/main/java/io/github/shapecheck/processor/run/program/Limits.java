package io.github.shapecheck.processor.run.program;

/** How much a program may do before it is told that it does too much. */
final class Limits {
  /** Items of a value, letters of a string. */
  static final long MOST_ITEMS = 1_000_000;

  /** Steps of one loop. */
  static final int MOST_ROUNDS = 10_000;

  /** Calls inside each other. */
  static final int DEEPEST = 180;

  private Limits() {}
}
