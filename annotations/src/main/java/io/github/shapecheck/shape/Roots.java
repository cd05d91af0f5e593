package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sizes from 0 on for which a condition in one symbol holds. */
final class Roots {
  private static final int TRIED = 2048;
  private static final int MAX_TAIL_PERIOD = 256;
  private static final SizeSet ALL = SizeSet.from(0);

  private final Domain domain;

  Roots(Domain domain) {
    this.domain = domain;
  }

  /** The sizes for which the condition holds; no other symbol may occur. */
  SizeSet of(Condition condition, String symbol) {
    if (condition instanceof Junction junction) {
      SizeSet set = junction.conjunction ? ALL : SizeSet.empty();
      for (Condition part : junction.parts) {
        SizeSet own = of(part, symbol);
        set = junction.conjunction ? set.intersect(own) : set.union(own);
      }
      return set;
    }
    return Solver.solve((Comparison) condition, Symbol.of(symbol))
        .orElseGet(() -> tried(condition, symbol));
  }

  /** The sizes for which the condition holds whatever small values other symbols have. */
  SizeSet forAll(Condition condition, String symbol) {
    Set<String> symbols = condition.symbols();
    SizeSet set = ALL;
    List<Map<String, Dim>> others = List.of(Map.of());
    for (String other : symbols) {
      if (!other.equals(symbol)) {
        others = extended(others, other);
      }
    }
    for (Map<String, Dim> values : others) {
      try {
        set = set.intersect(of(condition.with(values), symbol));
      } catch (ArithmeticException tooLarge) {
        return SizeSet.empty();
      }
    }
    return set;
  }

  private List<Map<String, Dim>> extended(List<Map<String, Dim>> maps, String symbol) {
    SizeSet values = domain.values(symbol);
    List<Map<String, Dim>> all = new ArrayList<>();
    long value = 0;
    for (int i = 0; i < (maps.size() > 8 ? 1 : 3); i++) {
      Optional<Long> next = values.next(value);
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

  /** What trial shows; the last half's pattern is taken to go on if it repeats. */
  private static SizeSet tried(Condition condition, String symbol) {
    boolean[] holds = new boolean[TRIED];
    Symbol wanted = Symbol.of(symbol);
    List<SizeRange> ranges = new ArrayList<>();
    for (int i = 0; i < TRIED; i++) {
      holds[i] = holds(condition, wanted, i);
      if (holds[i]) {
        ranges.add(new SizeRange(i, i, 1));
      }
    }
    int period = tailPeriod(holds);
    for (int i = TRIED - period; i < TRIED; i++) {
      if (holds[i]) {
        ranges.add(new SizeRange(i, SizeRange.NO_END, period));
      }
    }
    return SizeSet.of(ranges);
  }

  private static boolean holds(Condition condition, Symbol wanted, long size) {
    try {
      return condition.test(symbol -> symbol == wanted ? size : missing(symbol));
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  private static long missing(Symbol symbol) {
    throw new IllegalArgumentException("no value for " + symbol.name);
  }

  private static int tailPeriod(boolean[] holds) {
    for (int period = 1; period <= MAX_TAIL_PERIOD; period++) {
      boolean repeats = true;
      for (int i = TRIED / 2; repeats && i + period < TRIED; i++) {
        repeats = holds[i] == holds[i + period];
      }
      if (repeats) {
        return period;
      }
    }
    return 0;
  }
}
