package io.github.shapecheck.shape;

import java.util.Map;

/**
 * Whether a condition holds for all sizes.
 *
 * @param verdict for which sizes it holds
 * @param witness sizes for which it holds, the smallest that were found; empty unless it holds for
 *     some only
 * @param counterexample sizes for which it fails, the smallest that were found; empty unless it
 *     holds for some only
 */
public record Answer(Verdict verdict, Map<String, Long> witness, Map<String, Long> counterexample) {
  static final Answer ALWAYS = new Answer(Verdict.ALWAYS, Map.of(), Map.of());
  static final Answer NEVER = new Answer(Verdict.NEVER, Map.of(), Map.of());

  /** For which sizes a condition holds. */
  public enum Verdict {
    /** For all. */
    ALWAYS,
    /** For none. */
    NEVER,
    /** For some and not for others. */
    SOMETIMES
  }

  /** Keeps the maps from changing. */
  public Answer {
    witness = Map.copyOf(witness);
    counterexample = Map.copyOf(counterexample);
  }

  /** Whether the condition holds for all sizes. */
  public boolean isAlways() {
    return verdict == Verdict.ALWAYS;
  }

  /** Whether the condition holds for no sizes. */
  public boolean isNever() {
    return verdict == Verdict.NEVER;
  }

  static Answer of(boolean holds) {
    return holds ? ALWAYS : NEVER;
  }
}
