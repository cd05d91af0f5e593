package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import io.github.shapecheck.shape.Symbol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Solves a comparison of a linear difference whose floors have a long period P: with P*k + r for
 * the size, the floors are constant between few breakpoints of r, and there {@code slope*k + rise*r
 * + start} is compared with 0.
 */
final class Pieces {
  private static final int MOST = 4096;
  private static final int FEW = 64;
  private static final long LONGEST = 1L << 40;

  /** So many lines are held against 0 in the time in which a polynomial is solved. */
  private static final int LINES = 20;

  /** Rests of which all have solutions for the same counts. */
  private record Counts(long first, long last) implements Comparable<Counts> {
    @Override
    public int compareTo(Counts other) {
      int order = Long.compare(first, other.first);
      return order == 0 ? Long.compare(last, other.last) : order;
    }
  }

  private final Terms terms;
  private final Relation relation;
  private final Map<Counts, List<SizeRange>> solved = new TreeMap<>();
  private boolean complete = true;
  private long lines;

  private Pieces(Terms terms, Relation relation) {
    this.terms = terms;
    this.relation = relation;
  }

  /** Empty if the difference is not of this kind. */
  static Optional<Solution> solve(Dim difference, Relation relation, Symbol symbol, Effort effort) {
    return Terms.of(difference, symbol)
        .filter(terms -> terms.period() <= LONGEST && terms.breaks() <= MOST)
        .map(terms -> new Pieces(terms, relation).solution(effort));
  }

  private Solution solution(Effort effort) {
    TreeSet<Long> starts = terms.starts();
    for (long start : starts) {
      Long next = starts.higher(start);
      piece(start, (next == null ? terms.period() : next) - 1);
    }
    effort.spend(lines / LINES);
    List<SizeRange> ranges = new ArrayList<>();
    solved.forEach((counts, rests) -> rests.forEach(rest -> add(counts, rest, ranges)));
    return new Solution(SizeSet.of(ranges), complete);
  }

  private void piece(long low, long high) {
    long slope = terms.slope();
    long rise = terms.rise();
    long atLow = terms.at(low);
    long atHigh = Math.addExact(atLow, Math.multiplyExact(rise, high - low));
    if (slope == 0 || rise == 0 || low == high) {
      for (SignChart.Interval count : line(slope, atLow)) {
        if (slope == 0) {
          rests(new Counts(0, SizeRange.NO_END), 0, low, high);
        } else if (relation.holds(count.sign())) {
          keep(new Counts(count.low(), count.high()), low, high);
        }
      }
      return;
    }
    // Between two counts the sign changes somewhere on the piece; before and after, all is one.
    long first = Math.max(0, Math.min(zero(slope, atLow), zero(slope, atHigh)) - 1);
    long last = Math.max(zero(slope, atLow), zero(slope, atHigh)) + 1;
    if (last - first > FEW) {
      complete = false;
      last = first + FEW;
    }
    for (long count = first; count <= last; count++) {
      rests(new Counts(count, count), count, low, high);
    }
    if (first > 0 && relation.holds(Long.signum(atLow))) {
      keep(new Counts(0, first - 1), low, high);
    }
    if (relation.holds(Long.signum(slope))) {
      keep(new Counts(last + 1, SizeRange.NO_END), low, high);
    }
  }

  private static long zero(long slope, long start) {
    return Math.floorDiv(Math.negateExact(start), slope);
  }

  private List<SignChart.Interval> line(long slope, long start) {
    lines++;
    return SignChart.of(new BigInteger[] {BigInteger.valueOf(start), BigInteger.valueOf(slope)});
  }

  /** The rests from low to high for which the relation holds at a count. */
  private void rests(Counts counts, long count, long low, long high) {
    long start = Math.addExact(terms.at(low), Math.multiplyExact(terms.slope(), count));
    for (SignChart.Interval rest : line(terms.rise(), start)) {
      if (relation.holds(rest.sign()) && rest.low() <= high - low) {
        keep(counts, low + rest.low(), low + Math.min(rest.high(), high - low));
      }
    }
  }

  private void keep(Counts counts, long low, long high) {
    List<SizeRange> rests = solved.computeIfAbsent(counts, c -> new ArrayList<>());
    int last = rests.size() - 1;
    if (last >= 0 && rests.get(last).last() == low - 1) {
      low = rests.remove(last).first();
    }
    rests.add(new SizeRange(low, high, 1));
  }

  /** Writes the sizes down, or some of them if there is no short way to. */
  private void add(Counts counts, SizeRange rests, List<SizeRange> ranges) {
    long period = terms.period();
    long base = Math.multiplyExact(period, counts.first);
    boolean endless = counts.last == SizeRange.NO_END;
    long last = endless ? counts.first : counts.last;
    if (rests.count() == period) {
      long end = endless ? SizeRange.NO_END : Math.multiplyExact(period, last) + period - 1;
      ranges.add(new SizeRange(base, end, 1));
    } else if (!endless && last - counts.first < FEW) {
      for (long count = counts.first; count <= last; count++) {
        long at = Math.multiplyExact(period, count);
        ranges.add(new SizeRange(at + rests.first(), at + rests.last(), 1));
      }
    } else {
      long few = Math.min(rests.count(), FEW);
      complete &= few == rests.count();
      long end = endless ? SizeRange.NO_END : Math.multiplyExact(period, last) + period - 1;
      for (long i = 0; i < few; i++) {
        ranges.add(new SizeRange(base + rests.first() + i, end, period));
      }
    }
  }
}
