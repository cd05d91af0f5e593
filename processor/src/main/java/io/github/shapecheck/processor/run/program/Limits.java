package io.github.shapecheck.processor.run.program;

/** How much a program may do before it is told that it does too much. */
public final class Limits {
  /** Items of a value, letters of a string. */
  static final long MOST_ITEMS = 1_000_000;

  /** Steps of one loop. */
  public static final int MOST_ROUNDS = 10_000;

  /** Calls inside each other. */
  public static final int DEEPEST = 180;

  private Limits() {}
}
