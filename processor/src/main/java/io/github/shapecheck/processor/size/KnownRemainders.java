package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Floor;
import io.github.shapecheck.shape.Monomial;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.Symbol;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Writes sizes without floors that a domain knows, or whose remainder it knows: where 4 divides H,
 * 4*floor(H/4) is H, and floor((H - 1)/4) is floor(H/4) - 1; where H is 28 or 29, floor(H/2) is 14.
 */
final class KnownRemainders {
  private final Map<String, ? extends List<SizeRange>> values;

  /** The values of the symbols that have other values than usual. */
  KnownRemainders(Map<String, ? extends List<SizeRange>> values) {
    this.values = values;
  }

  /** The same size for all values. */
  Dim simplified(Dim dim) {
    Dim sum = Dim.of(dim.constant());
    for (int i = 0; i < dim.products().size(); i++) {
      Monomial product = dim.products().get(i);
      long coefficient = dim.coefficient(i);
      Dim term = Dim.of(1);
      for (Atom factor : product.factors()) {
        OptionalLong rest = rest(factor);
        if (rest.isEmpty()) {
          term = term.times(only(factor));
          continue;
        }
        Floor floor = (Floor) factor;
        Dim whole = simplified(floor.dividend()).minus(rest.getAsLong());
        if (coefficient % floor.divisor() == 0) {
          coefficient /= floor.divisor();
          term = term.times(whole);
        } else {
          term = term.times(whole.floorDiv(floor.divisor()));
        }
      }
      sum = sum.plus(term.times(coefficient));
    }
    return sum;
  }

  /** What a floor of few values is where they all give the same, else the atom itself. */
  private Dim only(Atom atom) {
    if (!(atom instanceof Floor floor)) {
      return atom.dim();
    }
    long least = floor.dividend().constant();
    long most = least;
    for (int i = 0; i < floor.dividend().products().size(); i++) {
      Atom factor = floor.dividend().products().get(i).single().orElse(null);
      List<SizeRange> ranges =
          factor instanceof Symbol symbol ? values.get(symbol.name()) : List.of();
      if (ranges == null || ranges.isEmpty() || ranges.get(ranges.size() - 1).isUnbounded()) {
        return atom.dim();
      }
      long coefficient = floor.dividend().coefficient(i);
      long first = Math.multiplyExact(coefficient, ranges.get(0).first());
      long last = Math.multiplyExact(coefficient, ranges.get(ranges.size() - 1).last());
      least = Math.addExact(least, Math.min(first, last));
      most = Math.addExact(most, Math.max(first, last));
    }
    long whole = Math.floorDiv(least, floor.divisor());
    return whole == Math.floorDiv(most, floor.divisor()) ? Dim.of(whole) : atom.dim();
  }

  /** The remainder of a floor, where it is the same for all values. */
  private OptionalLong rest(Atom atom) {
    if (!(atom instanceof Floor floor)) {
      return OptionalLong.empty();
    }
    Dim dividend = floor.dividend();
    long rest = dividend.constant();
    for (int i = 0; i < dividend.products().size(); i++) {
      OptionalLong own = rest(dividend.products().get(i), dividend.coefficient(i), floor.divisor());
      if (own.isEmpty()) {
        return own;
      }
      rest += own.getAsLong();
    }
    return OptionalLong.of(Math.floorMod(rest, floor.divisor()));
  }

  private OptionalLong rest(Monomial product, long coefficient, long divisor) {
    Atom atom = product.single().orElse(null);
    List<SizeRange> ranges = atom instanceof Symbol symbol ? values.get(symbol.name()) : List.of();
    if (ranges == null || ranges.isEmpty() || divisor > Integer.MAX_VALUE) {
      return OptionalLong.empty();
    }
    long rest = -1;
    for (SizeRange range : ranges) {
      long own = Math.floorMod(coefficient % divisor * (range.first() % divisor), divisor);
      boolean moves =
          range.count() > 1 && coefficient % divisor * (range.step() % divisor) % divisor != 0;
      if (moves || rest >= 0 && rest != own) {
        return OptionalLong.empty();
      }
      rest = own;
    }
    return OptionalLong.of(rest);
  }
}
