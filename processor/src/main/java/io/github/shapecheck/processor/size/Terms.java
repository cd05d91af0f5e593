package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Floor;
import io.github.shapecheck.shape.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code rise*size + constant} and multiples of floors of linear expressions in the size.
 *
 * @param period of which every floor's divisor takes its multiple
 */
record Terms(long rise, long constant, List<Term> floors, long period) {
  /** A multiple of {@code floor((scale*size + shift) / divisor)}. */
  private record Term(long factor, long scale, long shift, long divisor) {
    long at(long size) {
      return Math.multiplyExact(
          factor, Math.floorDiv(Math.addExact(Math.multiplyExact(scale, size), shift), divisor));
    }
  }

  static Optional<Terms> of(Dim difference, Symbol symbol) {
    long rise = 0;
    long period = 1;
    List<Term> floors = new ArrayList<>();
    for (int i = 0; i < difference.products().size(); i++) {
      long factor = difference.coefficient(i);
      @Nullable Atom atom = difference.products().get(i).single().orElse(null);
      if (atom == symbol) {
        rise = factor;
      } else if (atom instanceof Floor floor && isLinear(floor.dividend(), symbol)) {
        long scale = floor.dividend().coefficient(0);
        floors.add(new Term(factor, scale, floor.dividend().constant(), floor.divisor()));
        period = Math.multiplyExact(period / Dim.gcd(period, floor.divisor()), floor.divisor());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Terms(rise, difference.constant(), floors, period));
  }

  private static boolean isLinear(Dim dim, Symbol symbol) {
    return dim.products().size() == 1 && dim.products().get(0).single().orElse(null) == symbol;
  }

  /** By how much the sum grows in a period. */
  long slope() {
    long slope = Math.multiplyExact(rise, period);
    for (Term term : floors) {
      long steps = Math.multiplyExact(term.scale, period / term.divisor);
      slope = Math.addExact(slope, Math.multiplyExact(term.factor, steps));
    }
    return slope;
  }

  long at(long size) {
    long sum = Math.addExact(constant, Math.multiplyExact(rise, size));
    for (Term term : floors) {
      sum = Math.addExact(sum, term.at(size));
    }
    return sum;
  }

  /** How often a floor changes in a period. */
  long breaks() {
    long breaks = 0;
    for (Term term : floors) {
      breaks = Math.addExact(breaks, Math.multiplyExact(term.scale, period / term.divisor));
    }
    return breaks;
  }

  /** Where the floors change, from 0 to the period. */
  TreeSet<Long> starts() {
    TreeSet<Long> starts = new TreeSet<>();
    starts.add(0L);
    for (Term term : floors) {
      long value = Math.floorDiv(term.shift, term.divisor) + 1;
      long start = start(term, value);
      while (start < period) {
        starts.add(start);
        start = start(term, ++value);
      }
    }
    return starts;
  }

  /** The first size at which a floor has the value. */
  private static long start(Term term, long value) {
    return -Math.floorDiv(term.shift - Math.multiplyExact(term.divisor, value), term.scale);
  }
}
