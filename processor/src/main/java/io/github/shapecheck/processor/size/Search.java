package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds sizes in a domain that satisfy a condition: exactly where each symbol stands by itself, in
 * others by trying values worth trying.
 */
final class Search {
  private static final int SMALLEST = 12;
  private static final int MAX_TRIES = 64;
  private static final int LONGEST_SIDE = 300;
  private static final int MAX_WORK = 2000;

  /** More sizes together are tried all alike only. */
  private static final int MOST_SYMBOLS = 64;

  /** One value beyond the small ones, for conditions that hold from somewhere on. */
  private static final long LARGE = 97;

  private final Values values;
  private final Effort effort;
  private boolean exhaustive = true;
  private int tries;

  Search(Values values, Effort effort) {
    this.values = values;
    this.effort = effort;
  }

  /** Whether sizes that were not found are proved not to exist. */
  boolean isExhaustive() {
    return exhaustive;
  }

  /** Sizes for all symbols in the condition, small ones first. */
  Optional<Map<String, Long>> find(Condition condition) {
    List<String> symbols = new ArrayList<>(condition.symbols());
    if (symbols.isEmpty()) {
      return condition.test(Map.of()) ? Optional.of(Map.of()) : Optional.empty();
    }
    if (symbols.size() == 1) {
      return last(condition, symbols.get(0), Map.of());
    }
    Optional<Map<String, Long>> found = square(condition, symbols);
    for (Condition way : found.isPresent() ? List.<Condition>of() : ways(condition)) {
      found = found.or(() -> together(way));
    }
    return found;
  }

  private static List<Condition> ways(Condition condition) {
    try {
      return Clauses.of(condition);
    } catch (ArithmeticException tooMany) {
      return List.of(condition);
    }
  }

  /** Solves for symbols that have nothing to do with each other one after the other. */
  private Optional<Map<String, Long>> together(Condition way) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (Condition group : groups(way)) {
      Set<String> symbols = group.symbols();
      Optional<Map<String, Long>> own =
          symbols.size() > 1 ? several(group, new ArrayList<>(symbols)) : find(group);
      if (own.isEmpty()) {
        return own;
      }
      sizes.putAll(own.get());
    }
    return Optional.of(sizes);
  }

  /** The parts of a conjunction, joined where they have symbols in common; small groups first. */
  private static List<Condition> groups(Condition way) {
    List<Condition> groups = new ArrayList<>();
    for (Condition part : Clauses.parts(way)) {
      Condition joined = part;
      for (Condition group : List.copyOf(groups)) {
        if (!Collections.disjoint(group.symbols(), part.symbols())) {
          groups.remove(group);
          joined = joined.and(group);
        }
      }
      groups.add(joined);
    }
    groups.sort(Comparator.comparingInt(group -> group.symbols().size()));
    return groups;
  }

  private Optional<Map<String, Long>> several(Condition condition, List<String> symbols) {
    boolean before = exhaustive;
    Optional<Map<String, Long>> found = square(condition, symbols);
    int ways = symbols.size() > MOST_SYMBOLS ? 0 : symbols.size();
    for (int i = 0; found.isEmpty() && i < ways; i++) {
      tries = 0;
      found = deepen(condition, symbols, Map.of());
      Collections.rotate(symbols, 1);
    }
    exhaustive = before && found.isPresent();
    return found;
  }

  /** Sizes that are all the same, the batch aside: the example that people think of first. */
  private Optional<Map<String, Long>> square(Condition condition, List<String> symbols) {
    Map<String, Dim> same = new HashMap<>();
    Map<String, Long> fixed = new LinkedHashMap<>();
    String first = "";
    SizeSet common = SizeSet.from(0);
    for (String symbol : symbols) {
      Optional<Long> smallest = values.of(symbol).min();
      if (symbol.equals("N") && smallest.isPresent()) {
        same.put(symbol, Dim.of(smallest.get()));
        fixed.put(symbol, smallest.get());
      } else {
        first = first.isEmpty() ? symbol : first;
        same.put(symbol, Dim.symbol(first));
        common = common.intersect(values.of(symbol));
      }
    }
    Optional<Condition> merged = substituted(condition, same);
    if (first.isEmpty() || merged.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> size = Roots.of(merged.get(), first, effort).sizes().intersect(common).min();
    size.ifPresent(s -> symbols.forEach(symbol -> fixed.putIfAbsent(symbol, s)));
    return size.map(s -> fixed);
  }

  private Optional<Map<String, Long>> deepen(
      Condition condition, List<String> symbols, Map<String, Long> fixed) {
    String symbol = symbols.get(fixed.size());
    if (fixed.size() == symbols.size() - 1) {
      tries++;
      return last(condition, symbol, fixed);
    }
    List<Long> candidates = candidates(condition, symbol, symbols.size());
    if (symbols.size() == 2 && Solver.isPlain(condition)) {
      addMore(candidates, condition, symbols);
    }
    for (long value : candidates) {
      Optional<Condition> narrowed = substituted(condition, Map.of(symbol, Dim.of(value)));
      if (narrowed.isPresent()) {
        Map<String, Long> more = new LinkedHashMap<>(fixed);
        more.put(symbol, value);
        Optional<Map<String, Long>> found = deepen(narrowed.get(), symbols, more);
        if (found.isPresent()) {
          return found;
        }
      }
      if (tries > Math.max(MAX_TRIES, candidates.size()) || !effort.goesOn()) {
        break;
      }
    }
    return Optional.empty();
  }

  private Optional<Map<String, Long>> last(
      Condition condition, String symbol, Map<String, Long> fixed) {
    Solution solved = Roots.of(condition, symbol, effort);
    Optional<Long> smallest = smallest(solved.sizes(), values.of(symbol));
    exhaustive &= smallest.isPresent() || solved.complete();
    return smallest.map(
        value -> {
          Map<String, Long> all = new LinkedHashMap<>(fixed);
          all.put(symbol, value);
          return all;
        });
  }

  private Optional<Long> smallest(SizeSet solved, SizeSet values) {
    try {
      return solved.intersect(values).min();
    } catch (ArithmeticException tooManyRanges) {
      Optional<Long> first = solved.firstCommon(values, MAX_WORK);
      exhaustive &= first.isPresent();
      return first;
    }
  }

  private static Optional<Condition> substituted(Condition condition, Map<String, Dim> values) {
    try {
      return Optional.of(condition.with(values));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  /** Of two symbols the first goes through all sizes of a map, if the other is solved quickly. */
  private void addMore(List<Long> candidates, Condition condition, List<String> symbols) {
    long most = Math.min(LONGEST_SIDE, MAX_WORK / Periods.of(condition, symbols.get(1)));
    SizeSet sizes = values.of(symbols.get(0));
    Optional<Long> next = sizes.min();
    for (int i = 0; i < most && next.isPresent(); i++) {
      if (!candidates.contains(next.get())) {
        candidates.add(next.get());
      }
      next = sizes.next(next.get() + 1);
    }
  }

  /** The smallest values of a symbol, and those next to the numbers that occur in the condition. */
  private List<Long> candidates(Condition condition, String symbol, int count) {
    SizeSet sizes = values.of(symbol);
    TreeSet<Long> candidates = new TreeSet<>();
    Optional<Long> next = sizes.min();
    int few = count == 2 ? SMALLEST : 4;
    for (int i = 0; i < few && next.isPresent(); i++) {
      candidates.add(next.get());
      next = sizes.next(next.get() + 1);
    }
    sizes.next(LARGE).ifPresent(candidates::add);
    for (long number : Numbers.in(condition)) {
      for (long near = number - 1; near <= number + 1; near++) {
        if (candidates.size() < 4 * few) {
          sizes.next(Math.max(near, 0)).ifPresent(candidates::add);
        }
      }
    }
    return new ArrayList<>(candidates);
  }
}
