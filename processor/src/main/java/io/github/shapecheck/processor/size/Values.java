package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which values each free size may take by itself.
 *
 * @param sets of those that may not take the usual ones, in the order in which they were restricted
 */
record Values(Map<String, SizeSet> sets) {
  private static final SizeSet BATCH = SizeSet.from(2);
  private static final SizeSet SIZE = SizeSet.from(1);

  /** The batch {@code N} is at least 2, others are at least 1. */
  static final Values USUAL = new Values(Map.of());

  SizeSet of(String symbol) {
    SizeSet values = sets.get(symbol);
    return values != null ? values : symbol.equals("N") ? BATCH : SIZE;
  }

  /** The same with exactly these for a symbol. */
  Values with(String symbol, SizeSet values) {
    Map<String, SizeSet> changed = new LinkedHashMap<>(sets);
    changed.put(symbol, values);
    return new Values(changed);
  }

  /** With the sizes that have one value only in place of their symbols. */
  Condition pinned(Condition condition) {
    try {
      return condition.with(single(condition.symbols()));
    } catch (ArithmeticException tooLarge) {
      return condition;
    }
  }

  /** Those of some symbols that have one value only. */
  Map<String, Dim> single(Set<String> symbols) {
    Map<String, Dim> single = new LinkedHashMap<>();
    for (String symbol : symbols) {
      SizeSet sizes = of(symbol);
      sizes
          .min()
          .filter(size -> sizes.equals(SizeSet.of(size)))
          .ifPresent(size -> single.put(symbol, Dim.of(size)));
    }
    return single;
  }

  /** Whether a size has none left. */
  boolean hasNone() {
    return sets.values().stream().anyMatch(SizeSet::isEmpty);
  }
}
