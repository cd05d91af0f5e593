package io.github.shapecheck.processor.size;

import org.jspecify.annotations.Nullable;

/** Counts what a search has solved and tried, in comparisons of polynomials, so that it ends. */
final class Effort {
  private static final long MOST = 20_000;

  private final @Nullable Effort whole;
  private long spent;

  Effort() {
    this(null);
  }

  private Effort(@Nullable Effort whole) {
    this.whole = whole;
  }

  /** The effort of a search that is one of several. */
  Effort part() {
    return new Effort(this);
  }

  /** Counts so much more. */
  void spend(long more) {
    spent += more;
    if (whole != null) {
      whole.spend(more);
    }
  }

  /** Whether there may be more. */
  boolean goesOn() {
    return spent < MOST;
  }

  long spent() {
    return spent;
  }
}
