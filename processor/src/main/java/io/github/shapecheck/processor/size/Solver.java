package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.Atom;
import io.github.shapecheck.shape.Comparison;
import io.github.shapecheck.shape.Compound;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Floor;
import io.github.shapecheck.shape.Minimum;
import io.github.shapecheck.shape.Monomial;
import io.github.shapecheck.shape.Quotient;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import io.github.shapecheck.shape.Symbol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Solves a comparison in one symbol exactly: for each remainder r by the period P of its floors,
 * putting P*k + r for the symbol turns every floor into a polynomial in k, whose signs {@link
 * SignChart} knows.
 */
final class Solver {
  /** So many polynomials may a comparison fall into by its minima. */
  private static final int MAX_CASES = 20_000;

  /** No network multiplies more sizes, and charts of higher degrees take long. */
  private static final int MAX_DEGREE = 16;

  private static final Symbol UNKNOWN = Symbol.internal("k");

  private final Relation relation;
  private final Effort effort;
  private int cases;

  private Solver(Relation relation, Effort effort) {
    this.relation = relation;
    this.effort = effort;
  }

  /** All sizes from 0 on that satisfy it; empty if it is not of this kind or takes too long. */
  static Optional<SizeSet> solve(Comparison comparison, Symbol symbol, Effort effort) {
    try {
      return comparison
          .difference()
          .flatMap(d -> new Solver(comparison.relation(), effort).solve(d, symbol));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  private Optional<SizeSet> solve(Dim difference, Symbol symbol) {
    Optional<Strides> strides = Strides.of(difference, symbol);
    if (strides.isPresent()) {
      Strides s = strides.get();
      return solve(s.difference(), s.count()).flatMap(s::sizes);
    }
    long period = Periods.of(difference, symbol.name());
    if (period > Periods.MAX) {
      return Optional.empty();
    }
    Optional<SizeSet> sizes = solve(difference, symbol, period);
    for (Quotient quotient : quotients(difference)) {
      sizes =
          sizes.flatMap(
              all ->
                  new Solver(Relation.NE, effort)
                      .solve(quotient.divisor(), symbol)
                      .map(all::intersect));
    }
    return sizes;
  }

  private Optional<SizeSet> solve(Dim difference, Symbol symbol, long period) {
    List<SizeRange> ranges = new ArrayList<>();
    Dim unknown = UNKNOWN.dim();
    List<Quotient> quotients = quotients(difference);
    for (long remainder = 0; remainder < period; remainder++) {
      Dim size = unknown.times(period).plus(remainder);
      Function<Atom, Optional<Dim>> here =
          atom -> atom == symbol ? Optional.of(size) : Optional.empty();
      if (quotients.stream().anyMatch(q -> isZero(q.divisor().replace(here)))) {
        continue;
      }
      Dim polynomial = difference.replace(here);
      Optional<List<SizeRange>> solved = cases(polynomial);
      if (solved.isEmpty()) {
        return Optional.empty();
      }
      for (SizeRange range : solved.get()) {
        if (range.first() <= (Long.MAX_VALUE - remainder) / period) {
          boolean far = range.last() > (Long.MAX_VALUE - 1 - remainder) / period;
          long last = far ? SizeRange.NO_END : range.last() * period + remainder;
          ranges.add(new SizeRange(range.first() * period + remainder, last, period));
        }
      }
    }
    return Optional.of(SizeSet.of(ranges));
  }

  private static boolean isZero(Dim dim) {
    return dim.isConstant() && dim.value() == 0;
  }

  /** Whether it can be solved exactly and quickly: see {@link #isPlain(Dim)}. */
  static boolean isPlain(Condition condition) {
    return condition instanceof Comparison c
        ? c.isKnown() && isPlain(c.left()) && isPlain(c.right())
        : ((Compound) condition).parts().stream().allMatch(Solver::isPlain);
  }

  /** Whether only symbols, floors by numbers and minima occur. */
  static boolean isPlain(Dim dim) {
    for (Monomial monomial : dim.products()) {
      for (Atom atom : monomial.factors()) {
        boolean plain =
            atom instanceof Symbol
                || atom instanceof Floor floor && isPlain(floor.dividend())
                || atom instanceof Minimum minimum && isPlain(minimum.argument());
        if (!plain) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The k from 0 on for which the relation holds, minima taken apart by the sign of their
   * arguments.
   */
  private Optional<List<SizeRange>> cases(Dim difference) {
    effort.spend(1);
    if (++cases > MAX_CASES || !effort.goesOn()) {
      return Optional.empty();
    }
    for (Quotient quotient : quotients(difference)) {
      Optional<BigInteger[]> dividend = coefficients(quotient.dividend());
      Optional<BigInteger[]> divisor = coefficients(quotient.divisor());
      if (dividend.isPresent() && divisor.isPresent()) {
        return from(
            LongDivision.of(dividend.get(), divisor.get(), UNKNOWN.dim()), quotient, difference);
      }
    }
    Optional<Minimum> minimum = innermost(difference);
    if (minimum.isEmpty()) {
      return coefficients(difference).map(c -> where(c, relation));
    }
    Dim argument = minimum.get().argument();
    Optional<BigInteger[]> polynomial = coefficients(argument);
    if (polynomial.isEmpty()) {
      return Optional.empty();
    }
    List<SizeRange> all = new ArrayList<>();
    for (Relation sign : new Relation[] {Relation.LT, Relation.GE}) {
      List<SizeRange> these = where(polynomial.get(), sign);
      if (these.isEmpty()) {
        continue;
      }
      Dim value = sign == Relation.LT ? argument : Dim.of(0);
      Dim branch =
          difference.replace(a -> a.equals(minimum.get()) ? Optional.of(value) : Optional.empty());
      Optional<List<SizeRange>> solved = cases(branch);
      if (solved.isEmpty()) {
        return solved;
      }
      for (SizeRange here : these) {
        solved.get().forEach(range -> here.intersect(range).ifPresent(all::add));
      }
    }
    return Optional.of(all);
  }

  /** What a division is from somewhere on is put for it there, and what is before is tried. */
  private Optional<List<SizeRange>> from(LongDivision division, Quotient quotient, Dim difference) {
    Dim whole =
        difference.replace(
            a -> a.equals(quotient) ? Optional.of(division.floor()) : Optional.empty());
    long period = Periods.of(whole, UNKNOWN.name());
    cases = (int) Math.min(MAX_CASES, cases + division.from());
    effort.spend(division.from());
    if (period > Periods.MAX || cases == MAX_CASES) {
      return Optional.empty();
    }
    return solve(whole, UNKNOWN, period)
        .map(
            sizes -> {
              List<SizeRange> all =
                  new ArrayList<>(sizes.intersect(SizeSet.from(division.from())).ranges());
              for (long k = 0; k < division.from(); k++) {
                if (holds(difference, k)) {
                  all.add(new SizeRange(k, k, 1));
                }
              }
              return all;
            });
  }

  private boolean holds(Dim difference, long k) {
    try {
      return relation.holds(Long.signum(difference.at(Map.of(UNKNOWN.name(), k))));
    } catch (ArithmeticException noValue) {
      return false;
    }
  }

  private static List<SizeRange> where(BigInteger[] polynomial, Relation relation) {
    List<SizeRange> ranges = new ArrayList<>();
    for (SignChart.Interval interval : SignChart.of(polynomial)) {
      if (relation.holds(interval.sign())) {
        ranges.add(new SizeRange(interval.low(), interval.high(), 1));
      }
    }
    return ranges;
  }

  /** The quotients by expressions, those inside of others first. */
  private static List<Quotient> quotients(Dim dim) {
    List<Quotient> found = new ArrayList<>();
    for (Monomial monomial : dim.products()) {
      for (Atom atom : monomial.factors()) {
        insideOf(atom).forEach(inside -> found.addAll(quotients(inside)));
        if (atom instanceof Quotient quotient) {
          found.add(quotient);
        }
      }
    }
    return found;
  }

  static Optional<Minimum> innermost(Dim dim) {
    for (Monomial monomial : dim.products()) {
      for (Atom atom : monomial.factors()) {
        for (Dim inside : insideOf(atom)) {
          Optional<Minimum> deeper = innermost(inside);
          if (deeper.isPresent()) {
            return deeper;
          }
        }
        if (atom instanceof Minimum m) {
          return Optional.of(m);
        }
      }
    }
    return Optional.empty();
  }

  private static List<Dim> insideOf(Atom atom) {
    if (atom instanceof Quotient q) {
      return List.of(q.dividend(), q.divisor());
    }
    return atom instanceof Floor f
        ? List.of(f.dividend())
        : atom instanceof Minimum m ? List.of(m.argument()) : List.of();
  }

  private static Optional<BigInteger[]> coefficients(Dim dim) {
    int degree = dim.products().size() == 0 ? 0 : dim.products().get(0).factors().size();
    if (degree > MAX_DEGREE) {
      return Optional.empty();
    }
    BigInteger[] coefficients = new BigInteger[degree + 1];
    Arrays.fill(coefficients, BigInteger.ZERO);
    coefficients[0] = BigInteger.valueOf(dim.constant());
    for (int i = 0; i < dim.products().size(); i++) {
      List<Atom> factors = dim.products().get(i).factors();
      for (Atom factor : factors) {
        if (factor != UNKNOWN) {
          return Optional.empty();
        }
      }
      coefficients[factors.size()] = BigInteger.valueOf(dim.coefficient(i));
    }
    return Optional.of(coefficients);
  }
}
