package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import io.github.shapecheck.shape.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * The sizes of a domain, cut into arithmetic progressions: with {@code first + step*k} put for a
 * size a condition has only k to vary.
 */
final class Residues {
  /** One progression of a symbol's values. */
  private record Progression(Dim size, SizeSet counts) {}

  private final Map<String, List<Progression>> progressions = new LinkedHashMap<>();

  private final Values values;

  private Residues(Values values) {
    this.values = values;
  }

  /** One progression for each range of each symbol in the condition. */
  static Residues ofRanges(Condition condition, Values values) {
    Residues residues = new Residues(values);
    for (String symbol : condition.symbols()) {
      Dim count = Symbol.internal(symbol).dim();
      List<Progression> all = new ArrayList<>();
      for (SizeRange range : values.of(symbol).ranges()) {
        Dim size = count.times(range.step()).plus(range.first());
        SizeSet counts =
            range.isUnbounded() ? SizeSet.from(0) : SizeSet.between(0, range.count() - 1);
        all.add(new Progression(size, counts));
      }
      residues.progressions.put(symbol, all);
    }
    return residues;
  }

  /** One progression for each remainder by the periods of the floors. */
  static Residues ofPeriods(Condition condition, Values values) {
    Residues residues = new Residues(values);
    for (String symbol : condition.symbols()) {
      long period = Periods.of(condition, symbol);
      Dim count = Symbol.internal(symbol).dim();
      List<Progression> all = new ArrayList<>();
      for (long remainder = 0; period > 1 && remainder < period; remainder++) {
        SizeSet counts = counts(values.of(symbol), remainder, period);
        if (!counts.isEmpty()) {
          all.add(new Progression(count.times(period).plus(remainder), counts));
        }
      }
      if (period > 1) {
        residues.progressions.put(symbol, all);
      }
    }
    return residues;
  }

  private static SizeSet counts(SizeSet values, long remainder, long period) {
    long last = values.max().orElse(SizeRange.NO_END);
    if (last < remainder) {
      return SizeSet.empty();
    }
    return last == SizeRange.NO_END
        ? SizeSet.from(0)
        : SizeSet.between(0, (last - remainder) / period);
  }

  /** How many combinations there are. */
  long count() {
    long count = 1;
    for (List<Progression> own : progressions.values()) {
      count = Math.multiplyExact(count, own.size());
    }
    return count;
  }

  /** Whether something is true of every combination: what to put for symbols, and the counts. */
  boolean all(BiPredicate<Map<String, Dim>, Values> test) {
    return new Combination(test).all(0);
  }

  /** A progression for each symbol, one after the other. */
  private final class Combination {
    private final List<String> symbols = new ArrayList<>(progressions.keySet());
    private final Map<String, Dim> chosen = new HashMap<>();
    private final Map<String, SizeSet> sets = new LinkedHashMap<>(values.sets());
    private final BiPredicate<Map<String, Dim>, Values> test;

    Combination(BiPredicate<Map<String, Dim>, Values> test) {
      this.test = test;
    }

    boolean all(int from) {
      if (from == symbols.size()) {
        return test.test(new HashMap<>(chosen), new Values(new LinkedHashMap<>(sets)));
      }
      String symbol = symbols.get(from);
      for (Progression own : progressions.getOrDefault(symbol, List.of())) {
        chosen.put(symbol, own.size);
        sets.put(Symbol.internal(symbol).name(), own.counts);
        if (!all(from + 1)) {
          return false;
        }
      }
      return true;
    }
  }
}
