package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Floor;
import io.github.shapecheck.shape.Minimum;
import io.github.shapecheck.shape.Monomial;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import io.github.shapecheck.shape.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comparison's difference in which a size occurs only as floor((size + shift) / stride),
 * rewritten in the number of strides, of which there are fewer: the head behind five poolings sees
 * one value in 32 sizes.
 *
 * @param difference the difference in terms of the count
 * @param count the symbol for the floor, plus 1 where the shift is negative so that it starts at 0
 */
record Strides(Dim difference, Symbol count, long stride, long shift) {
  private static final Symbol COUNT = Symbol.internal("m");
  private static final int MOST_RANGES = 4096;

  static Optional<Strides> of(Dim difference, Symbol symbol) {
    Optional<Floor> found = floorOf(symbol, difference);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Floor floor = found.get();
    long shift = floor.dividend().constant();
    Dim count = COUNT.dim().minus(shift < 0 ? 1 : 0);
    Dim rewritten =
        difference.replace(a -> a.equals(floor) ? Optional.of(count) : Optional.empty());
    return rewritten.symbols().contains(symbol.name())
        ? Optional.empty()
        : Optional.of(new Strides(rewritten, COUNT, floor.divisor(), shift));
  }

  private static Optional<Floor> floorOf(Symbol symbol, Dim dim) {
    for (Monomial monomial : dim.products()) {
      for (Atom atom : monomial.factors()) {
        Dim inside = Dim.of(0);
        if (atom instanceof Floor floor) {
          inside = floor.dividend();
          if (inside.equals(symbol.dim().plus(inside.constant()))) {
            return Optional.of(floor);
          }
        } else if (atom instanceof Minimum minimum) {
          inside = minimum.argument();
        }
        Optional<Floor> deeper = floorOf(symbol, inside);
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }

  /** The sizes with these counts; empty if they are too many pieces. */
  Optional<SizeSet> sizes(SizeSet counts) {
    List<SizeRange> ranges = new ArrayList<>();
    for (SizeRange range : counts.ranges()) {
      boolean solid = range.step() == 1;
      if (!solid && stride > MOST_RANGES) {
        return Optional.empty();
      }
      for (long offset = 0; offset < (solid ? 1 : stride); offset++) {
        long first = start(range.first()) + offset;
        long end = solid ? stride - 1 : offset;
        long last = range.isUnbounded() ? SizeRange.NO_END : start(range.last()) + end;
        long step = solid ? 1 : Math.multiplyExact(stride, range.step());
        // The first stride may begin below zero; what is cut off there is one size of a stepped
        // range.
        while (first < 0 && first <= last) {
          first = solid ? 0 : first + step;
        }
        if (first <= last) {
          ranges.add(new SizeRange(first, last, step));
        }
      }
    }
    return Optional.of(SizeSet.of(ranges));
  }

  private long start(long number) {
    return Math.subtractExact(Math.multiplyExact(stride, shift < 0 ? number - 1 : number), shift);
  }
}
