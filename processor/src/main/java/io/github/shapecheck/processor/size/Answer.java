package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Symbol;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a condition holds for all sizes.
 *
 * @param verdict for which sizes it holds
 * @param witness sizes for which it holds, the smallest that were found; empty if none were, or if
 *     the verdict holds for all
 * @param counterexample sizes for which it fails, the smallest that were found; empty if none were,
 *     or if the verdict holds for all
 *
 * @param effort what it took to find out, in polynomials solved
 */
public record Answer(
    Verdict verdict, Map<String, Long> witness, Map<String, Long> counterexample, long effort) {
  static final Answer ALWAYS = of(true, 0);
  static final Answer NEVER = of(false, 0);

  /** For which sizes a condition holds. */
  public enum Verdict {
    /** For all. */
    ALWAYS,
    /** For none. */
    NEVER,
    /** For some and not for others, of which each has an example. */
    SOMETIMES,
    /** Nothing was proved, and examples were found for one side at most. */
    UNDECIDED
  }

  /** Keeps the maps from changing, in the order in which sizes print. */
  public Answer {
    witness = ordered(witness);
    counterexample = ordered(counterexample);
  }

  private static Map<String, Long> ordered(Map<String, Long> sizes) {
    Map<String, Long> ordered =
        new TreeMap<>(Comparator.comparing(Symbol::of, Symbol::compareNames));
    ordered.putAll(sizes);
    return Collections.unmodifiableMap(ordered);
  }

  /** Whether the condition holds for all sizes. */
  public boolean isAlways() {
    return verdict == Verdict.ALWAYS;
  }

  /** Whether the condition holds for no sizes. */
  public boolean isNever() {
    return verdict == Verdict.NEVER;
  }

  /** Whether it holds for some sizes and not for others, as far as is known. */
  public boolean isOpen() {
    return !isAlways() && !isNever();
  }

  static Answer of(boolean holds, long effort) {
    return new Answer(holds ? Verdict.ALWAYS : Verdict.NEVER, Map.of(), Map.of(), effort);
  }

  static Answer of(boolean holds) {
    return holds ? ALWAYS : NEVER;
  }
}
