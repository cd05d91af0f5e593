package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in a condition that a size is in one of some ranges. */
public final class Membership {
  private final Dim size;

  private Membership(Dim size) {
    this.size = size;
  }

  /** The condition that the size of this name is a member, in words such as {@code H % 32 == 0}. */
  public static Condition of(SizeSet set, String symbol) {
    Membership membership = new Membership(Dim.symbol(symbol));
    Map<Long, List<SizeRange>> endless = new LinkedHashMap<>();
    Condition any = Condition.never();
    for (SizeRange range : set.ranges()) {
      if (range.isUnbounded() && range.step() > 1) {
        endless.computeIfAbsent(range.step(), step -> new ArrayList<>()).add(range);
      } else {
        any = any.or(membership.of(range));
      }
    }
    for (Map.Entry<Long, List<SizeRange>> same : endless.entrySet()) {
      any = any.or(membership.repeating(same.getValue(), same.getKey()));
    }
    return any;
  }

  private Condition of(SizeRange range) {
    if (range.first() == range.last()) {
      return Condition.eq(size, Dim.of(range.first()));
    }
    Condition all = Condition.always();
    if (range.step() > 1) {
      all = Condition.eq(size.mod(range.step()), Dim.of(range.first() % range.step()));
    }
    // A free size is at least 1, so a first member that no smaller size could be needs no bound.
    if (range.first() > range.step()) {
      all = all.and(Condition.ge(size, Dim.of(range.first())));
    }
    return range.isUnbounded() ? all : all.and(Condition.le(size, Dim.of(range.last())));
  }

  /** Ranges without end and of one step: by their remainders, if they begin in the same period. */
  private Condition repeating(List<SizeRange> ranges, long step) {
    long lowest = ranges.get(0).first();
    long highest = ranges.get(ranges.size() - 1).first();
    if (highest - lowest >= step) {
      Condition any = Condition.never();
      for (SizeRange range : ranges) {
        any = any.or(of(range));
      }
      return any;
    }
    List<Long> rests =
        ranges.stream().map(range -> range.first() % step).distinct().sorted().toList();
    Condition repeats = remainders(rests, step);
    return highest > step ? repeats.and(Condition.ge(size, Dim.of(lowest))) : repeats;
  }

  private Condition remainders(List<Long> rests, long step) {
    Dim rest = size.mod(step);
    if (rests.size() > 1 && rests.size() == step - 1) {
      long sum = step * (step - 1) / 2;
      long missing = sum - rests.stream().mapToLong(Long::longValue).sum();
      return Condition.ne(rest, Dim.of(missing));
    }
    Condition any = Condition.never();
    for (int i = 0; i < rests.size(); ) {
      int run = 1;
      while (i + run < rests.size() && rests.get(i + run) == rests.get(i) + run) {
        run++;
      }
      any = any.or(between(rest, rests.get(i), rests.get(i) + run - 1, step));
      i += run;
    }
    return any;
  }

  private static Condition between(Dim rest, long first, long last, long step) {
    if (first == last) {
      return Condition.eq(rest, Dim.of(first));
    }
    Condition low = first == 0 ? Condition.always() : Condition.ge(rest, Dim.of(first));
    return last == step - 1 ? low : low.and(Condition.le(rest, Dim.of(last)));
  }
}
