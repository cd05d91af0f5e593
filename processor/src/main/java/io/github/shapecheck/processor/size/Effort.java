package io.github.shapecheck.processor.size;

/** Counts what a search has solved and tried, in comparisons of polynomials, so that it ends. */
final class Effort {
  private static final long MOST = 20_000;

  private long spent;

  /** Counts so much more. */
  void spend(long more) {
    spent += more;
  }

  /** Whether there may be more. */
  boolean goesOn() {
    return spent < MOST;
  }

  long spent() {
    return spent;
  }
}
