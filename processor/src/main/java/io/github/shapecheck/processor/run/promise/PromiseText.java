package io.github.shapecheck.processor.run.promise;

import io.github.shapecheck.processor.size.Answer;
import io.github.shapecheck.processor.size.Domain;
import io.github.shapecheck.processor.size.Membership;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a user has to promise, as short as it can be said: one condition for each size, and
 * equations where sizes depend on each other.
 *
 * @param given what the user promised before
 * @param domain the same with all that is promised now
 */
public record PromiseText(Domain given, Domain domain, List<Condition> promised) {
  private static final int MOST_WAYS = 3;
  private static final int LONGEST = 300;
  private static final long LARGE = 1 << 12;
  private static final long SIDES = 256;
  private static final long MOST_EFFORT = 20_000;

  /** Empty where it would be longer than anybody writes. */
  @Override
  public String toString() {
    try {
      String text = said().toString();
      return text.length() <= LONGEST ? text : "";
    } catch (ArithmeticException tooManyRanges) {
      return "";
    }
  }

  private Condition said() {
    Condition all = given.relations();
    for (String symbol : domain.restrictedSymbols()) {
      all = all.and(own(symbol, domain.values(symbol)));
    }
    for (Condition condition : promised) {
      if (!given.where(all).decide(condition).isAlways()) {
        all = all.and(together(condition, all));
      }
    }
    return condensed(all);
  }

  /** A condition on a size by itself: the set where that is short, else what was promised of it. */
  private Condition own(String symbol, SizeSet values) {
    Condition brief = Membership.of(values, symbol);
    if (brief.alternatives().size() <= MOST_WAYS) {
      return brief;
    }
    Condition own = Membership.of(given.values(symbol), symbol);
    for (Condition condition : promised) {
      own = condition.symbols().equals(Set.of(symbol)) ? own.and(condition) : own;
    }
    return own;
  }

  /** The same with one condition for each size, in the order of the axes. */
  private Condition condensed(Condition all) {
    Domain said = Domain.batch().where(all);
    Condition brief = said.relations();
    Dim order = Dim.of(0);
    for (String symbol : said.restrictedSymbols()) {
      order = order.plus(Dim.symbol(symbol));
    }
    Condition sizes = Condition.always();
    for (String symbol : order.symbols()) {
      sizes = sizes.and(own(symbol, said.values(symbol)));
    }
    // An equation goes without saying where the sizes alone see to it.
    boolean implied = Domain.batch().where(sizes).decide(brief).isAlways();
    return implied ? sizes : brief.and(sizes);
  }

  /**
   * A condition on several sizes. One that few sizes meet, such as that a map has 49 places, is
   * easier to promise as ranges of each, around the sizes that people think of first.
   */
  private Condition together(Condition condition, Condition known) {
    Domain before = given.where(known);
    Optional<Condition> box = box(condition, before);
    boolean everywhere = box.isPresent() && isEndless(before.where(box.get()), condition);
    if (box.isPresent() && (everywhere || !isMetBeyond(condition, before))) {
      return box.get();
    }
    return condition;
  }

  private static boolean isEndless(Domain domain, Condition condition) {
    return condition.symbols().stream().allMatch(s -> domain.values(s).max().isEmpty());
  }

  private static boolean isMetBeyond(Condition condition, Domain domain) {
    Domain large = domain;
    for (String symbol : condition.symbols()) {
      large = large.where(Condition.ge(Dim.symbol(symbol), Dim.of(LARGE)));
    }
    Answer answer = large.decide(condition);
    return answer.isAlways() || !answer.witness().isEmpty();
  }

  /** Ranges of each size whose every combination will do. */
  private Optional<Condition> box(Condition condition, Domain before) {
    Map<String, Long> example = example(condition, before);
    Condition box = Condition.always();
    for (String symbol : example.keySet()) {
      Map<String, Dim> others = new HashMap<>();
      example.forEach((name, size) -> others.put(name, Dim.of(size)));
      others.remove(symbol);
      box = box.and(Membership.of(values(condition, others, symbol, domain), symbol));
    }
    Domain inside = before.where(box);
    return !example.isEmpty() && !inside.isEmpty() && inside.decide(condition).isAlways()
        ? Optional.of(box)
        : Optional.empty();
  }

  /** Sizes that meet the condition, of two those that differ the least: what a map looks like. */
  private static Map<String, Long> example(Condition condition, Domain before) {
    Map<String, Long> best = before.decide(condition).witness();
    List<String> names = new ArrayList<>(best.keySet());
    if (names.size() != 2 || !Domain.isPlain(condition)) {
      return best;
    }
    List<Long> found = List.copyOf(best.values());
    double least = difference(found.get(0), found.get(1));
    SizeSet sides = before.values(names.get(0));
    long most = before.effort() + MOST_EFFORT;
    for (long size = 1; size < SIDES && least > 0 && before.effort() < most; size++) {
      Map<String, Dim> first = Map.of(names.get(0), Dim.of(size));
      Optional<Long> other = values(condition, first, names.get(1), before).min();
      if (sides.contains(size) && other.isPresent()) {
        double difference = difference(size, other.get());
        Map<String, Long> sizes = Map.of(names.get(0), size, names.get(1), other.get());
        if (difference < least && isAllowed(before, sizes)) {
          least = difference;
          best = sizes;
        }
      }
    }
    return best;
  }

  private static boolean isAllowed(Domain domain, Map<String, Long> sizes) {
    Condition all = Condition.always();
    for (Map.Entry<String, Long> size : sizes.entrySet()) {
      all = all.and(Condition.eq(Dim.symbol(size.getKey()), Dim.of(size.getValue())));
    }
    return !domain.where(all).isEmpty();
  }

  /** The values of a size that meet the condition with numbers for the others. */
  private static SizeSet values(
      Condition condition, Map<String, Dim> others, String symbol, Domain domain) {
    try {
      return domain.solve(condition.with(others), symbol);
    } catch (ArithmeticException noValue) {
      return SizeSet.empty();
    }
  }

  private static double difference(long a, long b) {
    return Math.abs(Math.log((double) a / b));
  }
}
