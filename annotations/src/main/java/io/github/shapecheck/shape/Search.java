package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds sizes in a domain that satisfy a condition: exactly in one symbol, in others by trying
 * values worth trying.
 */
final class Search {
  private static final int SMALLEST = 12;
  private static final int MAX_TRIES = 64;

  /** One value beyond the small ones, for conditions that hold from somewhere on. */
  private static final long LARGE = 97;

  private final Domain domain;
  private final List<String> symbols;
  private int tries;

  Search(Domain domain, Set<String> symbols) {
    this.domain = domain;
    this.symbols = new ArrayList<>(symbols);
  }

  /** Sizes for all the symbols, small ones first. */
  Optional<Map<String, Long>> find(Condition condition) {
    if (symbols.isEmpty()) {
      return condition.test(Map.of()) ? Optional.of(Map.of()) : Optional.empty();
    }
    if (symbols.size() == 1) {
      return last(condition, symbols.get(0), Map.of());
    }
    Optional<Map<String, Long>> found = square(condition);
    for (int i = 0; found.isEmpty() && i < symbols.size(); i++) {
      tries = 0;
      found = deepen(condition, 0, Map.of());
      Collections.rotate(symbols, 1);
    }
    return found;
  }

  /** Sizes that are all the same, the batch aside: the example that people think of first. */
  private Optional<Map<String, Long>> square(Condition condition) {
    Map<String, Dim> same = new HashMap<>();
    Map<String, Long> fixed = new LinkedHashMap<>();
    String first = "";
    SizeSet common = SizeSet.from(0);
    for (String symbol : symbols) {
      Optional<Long> smallest = domain.values(symbol).min();
      if (symbol.equals("N") && smallest.isPresent()) {
        same.put(symbol, Dim.of(smallest.get()));
        fixed.put(symbol, smallest.get());
      } else {
        first = first.isEmpty() ? symbol : first;
        same.put(symbol, Dim.symbol(first));
        common = common.intersect(domain.values(symbol));
      }
    }
    Optional<Condition> merged = substituted(condition, same);
    if (first.isEmpty() || merged.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> size = new Roots(domain).of(merged.get(), first).intersect(common).min();
    size.ifPresent(s -> symbols.forEach(symbol -> fixed.putIfAbsent(symbol, s)));
    return size.map(s -> fixed);
  }

  private Optional<Map<String, Long>> deepen(
      Condition condition, int index, Map<String, Long> fixed) {
    String symbol = symbols.get(index);
    if (index == symbols.size() - 1) {
      tries++;
      return last(condition, symbol, fixed);
    }
    for (long value : candidates(condition, symbol)) {
      Optional<Condition> narrowed = substituted(condition, Map.of(symbol, Dim.of(value)));
      if (narrowed.isPresent()) {
        Map<String, Long> more = new LinkedHashMap<>(fixed);
        more.put(symbol, value);
        Optional<Map<String, Long>> found = deepen(narrowed.get(), index + 1, more);
        if (found.isPresent()) {
          return found;
        }
      }
      if (tries > MAX_TRIES) {
        break;
      }
    }
    return Optional.empty();
  }

  private Optional<Map<String, Long>> last(
      Condition condition, String symbol, Map<String, Long> fixed) {
    SizeSet solved = new Roots(domain).of(condition, symbol).intersect(domain.values(symbol));
    return solved
        .min()
        .map(
            value -> {
              Map<String, Long> all = new LinkedHashMap<>(fixed);
              all.put(symbol, value);
              return all;
            });
  }

  private static Optional<Condition> substituted(Condition condition, Map<String, Dim> values) {
    try {
      return Optional.of(condition.with(values));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  /** The smallest values of a symbol, and those next to the numbers that occur in the condition. */
  private List<Long> candidates(Condition condition, String symbol) {
    SizeSet values = domain.values(symbol);
    TreeSet<Long> candidates = new TreeSet<>();
    Optional<Long> next = values.min();
    int few = symbols.size() == 2 ? SMALLEST : 4;
    for (int i = 0; i < few && next.isPresent(); i++) {
      candidates.add(next.get());
      next = values.next(next.get() + 1);
    }
    values.next(LARGE).ifPresent(candidates::add);
    for (long number : Numbers.in(condition)) {
      for (long near = number - 1; near <= number + 1; near++) {
        if (candidates.size() < 4 * few) {
          values.next(Math.max(near, 0)).ifPresent(candidates::add);
        }
      }
    }
    return new ArrayList<>(candidates);
  }
}
