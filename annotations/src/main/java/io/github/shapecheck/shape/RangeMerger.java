package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings a union of ranges into its normal form: from the top down, pieces that repeat with their
 * shortest period, each reaching as far down as it describes the set.
 */
final class RangeMerger {
  private static final long MAX_PERIOD = 8192;
  private static final int FEW = 16;
  private static final Comparator<SizeRange> ORDER =
      Comparator.comparingLong(SizeRange::first).thenComparingLong(SizeRange::last);

  /** The sizes from low to high whose remainders by the period are in the pattern. */
  private record Piece(long low, long high, BitSet pattern) {}

  private final int period;
  private final List<Piece> pieces = new ArrayList<>();

  private RangeMerger(int period) {
    this.period = period;
  }

  static List<SizeRange> merge(List<SizeRange> ranges) {
    if (ranges.size() == 1 && ranges.get(0).step() == 1) {
      return ranges;
    }
    List<SizeRange> parts = new ArrayList<>();
    long period = 1;
    for (SizeRange range : ranges) {
      if (range.step() > 1 && range.count() <= FEW) {
        for (long size = range.first(); size <= range.last(); size += range.step()) {
          parts.add(new SizeRange(size, size, 1));
        }
      } else {
        parts.add(range);
        period =
            period > MAX_PERIOD
                ? period
                : period / Division.gcd(period, range.step()) * range.step();
      }
    }
    if (period == 1) {
      return joined(parts);
    }
    if (period > MAX_PERIOD || period < 0) {
      return joined(ranges);
    }
    RangeMerger merger = new RangeMerger((int) period);
    merger.sweep(parts);
    return joined(merger.fromTop());
  }

  /**
   * The sizes from 0 on that are in none of the ranges; of long periods only those between the
   * ranges.
   */
  static List<SizeRange> complement(List<SizeRange> ranges) {
    long period = 1;
    for (SizeRange range : ranges) {
      period =
          period > MAX_PERIOD ? period : period / Division.gcd(period, range.step()) * range.step();
    }
    boolean solid = period > MAX_PERIOD || period < 0;
    RangeMerger merger = new RangeMerger(solid ? 1 : (int) period);
    merger.sweep(solid ? ranges.stream().map(RangeMerger::solid).toList() : ranges);
    merger.pieces.forEach(piece -> piece.pattern.flip(0, merger.period));
    return joined(merger.fromTop());
  }

  private static SizeRange solid(SizeRange range) {
    return new SizeRange(range.first(), range.last(), 1);
  }

  /**
   * Joins neighbours without gaps, and single sizes at equal distances; ranges with a step stay as
   * they are.
   */
  private static List<SizeRange> joined(List<SizeRange> ranges) {
    if (ranges.size() < 2) {
      return ranges;
    }
    List<SizeRange> sorted = new ArrayList<>(ranges);
    sorted.sort(ORDER);
    List<SizeRange> joined = new ArrayList<>();
    Set<SizeRange> stepped = new LinkedHashSet<>();
    for (SizeRange range : sorted) {
      int last = joined.size() - 1;
      if (range.step() > 1) {
        stepped.add(range);
      } else if (last >= 0 && touches(joined.get(last), range)) {
        SizeRange before = joined.get(last);
        joined.set(last, new SizeRange(before.first(), Math.max(before.last(), range.last()), 1));
      } else {
        joined.add(range);
      }
    }
    List<SizeRange> merged = new ArrayList<>(stepped);
    for (int i = 0; i < joined.size(); ) {
      int run = run(joined, i);
      SizeRange first = joined.get(i);
      long last = joined.get(i + run - 1).last();
      merged.add(
          run == 1
              ? first
              : new SizeRange(first.first(), last, (last - first.first()) / (run - 1)));
      i += run;
    }
    merged.sort(ORDER);
    return merged;
  }

  private static boolean touches(SizeRange before, SizeRange range) {
    return before.isUnbounded() || range.first() <= before.last() + 1;
  }

  /** How many single sizes from here on have the same distance, at least four, else 1. */
  private static int run(List<SizeRange> ranges, int from) {
    int run = 0;
    while (from + run < ranges.size()) {
      SizeRange range = ranges.get(from + run);
      boolean single = range.first() == range.last();
      boolean even = run < 2 || distance(ranges, from + run) == distance(ranges, from + 1);
      if (!single || !even) {
        break;
      }
      run++;
    }
    return run < 4 ? 1 : run;
  }

  private static long distance(List<SizeRange> ranges, int index) {
    return ranges.get(index).first() - ranges.get(index - 1).first();
  }

  /** Cuts the sizes where a range begins or ends; between two cuts the set is periodic. */
  private void sweep(List<SizeRange> ranges) {
    record Event(long at, SizeRange range, int change) {}
    List<Event> events = new ArrayList<>();
    for (SizeRange range : ranges) {
      events.add(new Event(range.first(), range, 1));
      if (!range.isUnbounded()) {
        events.add(new Event(range.last() + 1, range, -1));
      }
    }
    events.sort(Comparator.comparingLong(Event::at));
    int[] counts = new int[period];
    BitSet pattern = new BitSet(period);
    BitSet all = new BitSet(period);
    all.set(0, period);
    int solid = 0; // single sizes are solid, too, and may be many
    long low = 0;
    for (Event event : events) {
      if (event.at > low) {
        pieces.add(new Piece(low, event.at - 1, (BitSet) (solid > 0 ? all : pattern).clone()));
        low = event.at;
      }
      long step = event.range.step();
      solid += step == 1 ? event.change : 0;
      for (long i = event.range.first() % step; step > 1 && i < period; i += step) {
        int residue = (int) i;
        counts[residue] += event.change;
        pattern.set(residue, counts[residue] > 0);
      }
    }
    pieces.add(new Piece(low, SizeRange.NO_END, solid > 0 ? all : pattern));
  }

  private List<SizeRange> fromTop() {
    List<SizeRange> ranges = new ArrayList<>();
    Piece top = pieces.get(pieces.size() - 1);
    for (int i = pieces.size() - 2; i >= 0; i--) {
      Piece below = pieces.get(i);
      long low = below.low;
      if (!below.pattern.equals(top.pattern)) {
        low = below.high + 1;
        while (low > below.low && member(below, low - 1) == member(top, low - 1)) {
          low--;
        }
      }
      top = new Piece(low, top.high, top.pattern);
      if (low > below.low) {
        write(top, ranges);
        top = new Piece(below.low, low - 1, below.pattern);
      }
    }
    write(top, ranges);
    return ranges;
  }

  private boolean member(Piece piece, long size) {
    return piece.pattern.get((int) (size % period));
  }

  private void write(Piece piece, List<SizeRange> ranges) {
    int shortest = shortestPeriod(piece.pattern);
    boolean brief = piece.high != SizeRange.NO_END && (piece.high - piece.low) / shortest < FEW;
    if (brief) {
      for (long size = piece.low; size <= piece.high; size++) {
        if (member(piece, size)) {
          ranges.add(new SizeRange(size, size, 1));
        }
      }
      return;
    }
    for (int residue = piece.pattern.nextSetBit(0);
        residue >= 0 && residue < shortest;
        residue = piece.pattern.nextSetBit(residue + 1)) {
      long first = piece.low + Math.floorMod(residue - piece.low, (long) shortest);
      ranges.add(new SizeRange(first, piece.high, shortest));
    }
  }

  private int shortestPeriod(BitSet pattern) {
    for (int candidate : divisors()) {
      boolean repeats = true;
      for (int i = 0; repeats && i + candidate < period; i++) {
        repeats = pattern.get(i) == pattern.get(i + candidate);
      }
      if (repeats) {
        return candidate;
      }
    }
    return period;
  }

  private int[] divisors() {
    int[] found = new int[period];
    int count = 0;
    for (int i = 1; i <= period; i++) {
      if (period % i == 0) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
