package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Comparison;
import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import io.github.shapecheck.shape.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sizes from 0 on for which a condition in one symbol holds. */
record Roots(Values values) {
  static final int TRIED = 2048;
  private static final int LEAST_TRIED = 64;

  /** So many parts of conditions are computed in all trials. */
  private static final long MOST_WORK = 1_000_000;

  /** So many are computed in the time in which a polynomial is solved. */
  private static final int PARTS = 200;

  private static final int MAX_TAIL_PERIOD = 256;
  private static final SizeSet ALL = SizeSet.from(0);

  /** The sizes for which the condition holds; no other symbol may occur. */
  static Solution of(Condition condition, String symbol, Effort effort) {
    if (condition instanceof Compound junction) {
      Solution all = new Solution(junction.isConjunction() ? ALL : SizeSet.empty(), true);
      for (Condition part : junction.parts()) {
        Solution own = of(part, symbol, effort);
        try {
          all = junction.isConjunction() ? all.intersect(own) : all.union(own);
        } catch (ArithmeticException tooMany) {
          return tried(condition, symbol, effort);
        }
      }
      return all;
    }
    Comparison comparison = (Comparison) condition;
    return Solver.solve(comparison, Symbol.of(symbol), effort)
        .map(sizes -> new Solution(sizes, true))
        .or(() -> pieces(comparison, symbol, effort))
        .orElseGet(() -> tried(condition, symbol, effort));
  }

  private static Optional<Solution> pieces(Comparison comparison, String symbol, Effort effort) {
    try {
      return comparison
          .difference()
          .flatMap(d -> Pieces.solve(d, comparison.relation(), Symbol.of(symbol), effort));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  /** The sizes for which the condition holds whatever small values other symbols have. */
  Solution forAll(Condition condition, String symbol, Effort effort) {
    Set<String> symbols = condition.symbols();
    Solution all = new Solution(ALL, true);
    List<Map<String, Dim>> others = List.of(Map.of());
    for (String other : symbols) {
      if (!other.equals(symbol)) {
        others = extended(others, other);
      }
    }
    for (Map<String, Dim> values : others) {
      try {
        all = all.intersect(of(condition.with(values), symbol, effort));
      } catch (ArithmeticException tooLarge) {
        return new Solution(SizeSet.empty(), false);
      }
    }
    return all;
  }

  private List<Map<String, Dim>> extended(List<Map<String, Dim>> maps, String symbol) {
    SizeSet sizes = values.of(symbol);
    List<Map<String, Dim>> all = new ArrayList<>();
    long value = 0;
    for (int i = 0; i < (maps.size() > 8 ? 1 : 3); i++) {
      Optional<Long> next = sizes.next(value);
      if (next.isPresent()) {
        for (Map<String, Dim> map : maps) {
          Map<String, Dim> longer = new HashMap<>(map);
          longer.put(symbol, Dim.of(next.get()));
          all.add(longer);
        }
        value = next.get() + 1;
      }
    }
    return all;
  }

  /** What trial shows, and that it goes on so if that is proved. */
  private static Solution tried(Condition condition, String symbol, Effort effort) {
    if (!effort.goesOn()) {
      return new Solution(SizeSet.empty(), false);
    }
    long parts = TermCount.of(condition);
    int tried = (int) Math.max(LEAST_TRIED, Math.min(TRIED, MOST_WORK / parts));
    effort.spend(tried * parts / PARTS);
    boolean[] holds = new boolean[tried];
    List<SizeRange> ranges = new ArrayList<>();
    for (int i = 1; i < tried; i++) {
      holds[i] = holds(condition, symbol, i);
      if (holds[i]) {
        ranges.add(new SizeRange(i, i, 1));
      }
    }
    SizeSet found = SizeSet.of(ranges);
    int period = tailPeriod(holds);
    for (int i = tried - period; i < tried; i++) {
      if (holds[i]) {
        ranges.add(new SizeRange(i, SizeRange.NO_END, period));
      }
    }
    SizeSet guess = SizeSet.of(ranges);
    if (period == 0 || !isProved(condition, symbol, guess)) {
      return new Solution(found, false);
    }
    SizeSet others = SizeSet.from(1).minus(guess);
    return new Solution(guess, isProved(condition.negate(), symbol, others));
  }

  private static boolean isProved(Condition condition, String symbol, SizeSet sizes) {
    return sizes.isEmpty()
        || Proof.holds(condition, Values.USUAL.with(symbol, sizes), Condition.always());
  }

  /** The period of what the later half shows; 0 if there is none. */
  private static int tailPeriod(boolean[] holds) {
    for (int period = 1; period <= Math.min(MAX_TAIL_PERIOD, holds.length / 8); period++) {
      boolean repeats = true;
      for (int i = holds.length / 2; repeats && i + period < holds.length; i++) {
        repeats = holds[i] == holds[i + period];
      }
      if (repeats) {
        return period;
      }
    }
    return 0;
  }

  private static boolean holds(Condition condition, String symbol, long size) {
    try {
      return condition.test(Map.of(symbol, size));
    } catch (ArithmeticException noValue) {
      return false;
    }
  }
}
