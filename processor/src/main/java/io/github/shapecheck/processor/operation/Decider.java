package io.github.shapecheck.processor.operation;

import io.github.shapecheck.shape.Condition;

/** Answers comparisons of sizes that are not plain numbers. */
public interface Decider {
  /** What is known of a requirement. */
  enum Answer {
    /** It holds for all sizes, or is taken as given. */
    HOLDS,
    /** It fails for all sizes. */
    FAILS,
    /** It holds for some sizes only. */
    VARIES
  }

  /** Whether something that must hold does. */
  Answer require(Condition condition);

  /** Whether something holds for all sizes under consideration. */
  default boolean always(Condition condition) {
    return choose(condition);
  }

  /** Which way to go where both ways are legal. */
  boolean choose(Condition condition);

  /** How often a way was chosen that not all sizes go. */
  default int choices() {
    return 0;
  }

  /** Whether something is proved for all sizes under consideration, which parts none of them. */
  default boolean proves(Condition condition) {
    return always(condition);
  }

  /**
   * Which way to go where both ways are legal and the other is for a size so special that nobody
   * means it: a report says that its formulas do not hold there.
   */
  default boolean assume(Condition condition) {
    return choose(condition);
  }

  /**
   * Whether something may be taken for granted that fails only for a size far beyond what anybody
   * means: a report says that its formulas do not hold there.
   */
  default boolean grants(Condition condition) {
    return !always(condition.negate());
  }

  /** What to tell the user of a requirement that varies. */
  Explanation explain(Condition condition);
}
