package io.github.shapecheck.shape;

import java.util.Arrays;
import java.util.Optional;

/** Division of Dims: floors in their normal form, and exact quotients of polynomials. */
final class Division {
  private static final int MAX_STEPS = 1000;

  private Division() {}

  /** The floor of a Dim with symbols divided by a constant. */
  static Dim floor(Dim dividend, long divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("/ by zero");
    }
    if (divisor < 0) {
      return floor(dividend.negate(), Math.negateExact(divisor));
    }
    if (divisor == 1) {
      return dividend;
    }
    // Whole multiples of the divisor go outside; inside, coefficients are in [0, divisor), the
    // constant in (-divisor, 0].
    int size = dividend.monomials().length;
    Monomial[] inner = new Monomial[size];
    Monomial[] outer = new Monomial[size];
    long[] remainders = new long[size];
    long[] quotients = new long[size];
    int inside = 0;
    int outside = 0;
    for (int i = 0; i < size; i++) {
      long coefficient = dividend.coefficients()[i];
      long remainder = Math.floorMod(coefficient, divisor);
      long quotient = Math.floorDiv(coefficient, divisor);
      if (remainder != 0) {
        inner[inside] = dividend.monomials()[i];
        remainders[inside++] = remainder;
      }
      if (quotient != 0) {
        outer[outside] = dividend.monomials()[i];
        quotients[outside++] = quotient;
      }
    }
    long low = Math.floorDiv(dividend.constant(), divisor);
    long rest = Math.floorMod(dividend.constant(), divisor);
    Dim whole =
        Polynomial.of(Arrays.copyOf(outer, outside), Arrays.copyOf(quotients, outside), low);
    if (inside == 0) {
      return whole;
    }
    if (rest != 0) {
      whole = whole.plus(1);
      rest -= divisor;
    }
    long common = divisor;
    for (int i = 0; i < inside; i++) {
      common = gcd(common, remainders[i]);
    }
    Monomial[] monomials = Arrays.copyOf(inner, inside);
    if (common > 1) {
      long[] reduced = new long[inside];
      for (int i = 0; i < inside; i++) {
        reduced[i] = remainders[i] / common;
      }
      Dim smaller = Polynomial.of(monomials, reduced, Math.floorDiv(rest, common));
      return whole.plus(floor(smaller, divisor / common));
    }
    return whole.plus(
        merged(Polynomial.of(monomials, Arrays.copyOf(remainders, inside), rest), divisor));
  }

  /** floor((floor(p/a) + q)/b) = floor((p + a*q)/(a*b)) for every integer q. */
  private static Dim merged(Dim dividend, long divisor) {
    Monomial[] monomials = dividend.monomials();
    Floor only = null;
    for (int i = 0; i < monomials.length; i++) {
      for (Atom factor : monomials[i].factors) {
        if (factor instanceof Floor floor) {
          if (only != null || monomials[i].factors.length > 1 || dividend.coefficients()[i] != 1) {
            return new Floor(dividend, divisor).dim();
          }
          only = floor;
        }
      }
    }
    if (only != null && divisor <= Long.MAX_VALUE / only.divisor) {
      try {
        Dim numerator = only.dividend.plus(dividend.minus(only.dim()).times(only.divisor));
        return floor(numerator, divisor * only.divisor);
      } catch (ArithmeticException tooLarge) {
        return new Floor(dividend, divisor).dim();
      }
    }
    return new Floor(dividend, divisor).dim();
  }

  /** The floor of a Dim divided by one with symbols. */
  static Dim floor(Dim dividend, Dim divisor) {
    Optional<Dim> exact = exact(dividend, divisor);
    if (exact.isPresent()) {
      return exact.get();
    }
    for (Atom factor : divisor.monomials()[0].factors) {
      Optional<Dim> above = exact(dividend, factor.dim());
      Optional<Dim> below = exact(divisor, factor.dim());
      if (above.isPresent() && below.isPresent()) {
        return above.get().floorDiv(below.get());
      }
    }
    long common = gcd(content(dividend), content(divisor));
    Dim scale = Dim.of(divisor.coefficients()[0] < 0 ? -common : common);
    return new Quotient(exact(dividend, scale).orElseThrow(), exact(divisor, scale).orElseThrow())
        .dim();
  }

  /** The polynomial whose product with the divisor is the dividend. */
  static Optional<Dim> exact(Dim dividend, Dim divisor) {
    if (divisor instanceof Constant constant) {
      return divideAll(dividend, constant.value);
    }
    Monomial lead = divisor.monomials()[0];
    long scale = divisor.coefficients()[0];
    Dim rest = dividend;
    Dim quotient = Dim.of(0);
    for (int step = 0; step < MAX_STEPS && !rest.isConstant(); step++) {
      Optional<Monomial> monomial = rest.monomials()[0].dividedBy(lead);
      long coefficient = rest.coefficients()[0];
      if (monomial.isEmpty()
          || coefficient % scale != 0
          || scale == -1 && coefficient == Long.MIN_VALUE) {
        return Optional.empty();
      }
      Dim term =
          monomial.get().factors.length == 0
              ? Dim.of(coefficient / scale)
              : Polynomial.of(monomial.get(), coefficient / scale, 0);
      quotient = quotient.plus(term);
      try {
        rest = rest.minus(divisor.times(term));
      } catch (ArithmeticException tooLarge) {
        return Optional.empty();
      }
    }
    return rest.isConstant() && rest.value() == 0 ? Optional.of(quotient) : Optional.empty();
  }

  private static Optional<Dim> divideAll(Dim dividend, long divisor) {
    if (divisor == 0 || dividend.constant() % divisor != 0) {
      return Optional.empty();
    }
    long[] quotients = new long[dividend.coefficients().length];
    for (int i = 0; i < quotients.length; i++) {
      long coefficient = dividend.coefficients()[i];
      if (coefficient % divisor != 0 || divisor == -1 && coefficient == Long.MIN_VALUE) {
        return Optional.empty();
      }
      quotients[i] = coefficient / divisor;
    }
    if (divisor == -1 && dividend.constant() == Long.MIN_VALUE) {
      return Optional.empty();
    }
    return Optional.of(
        Polynomial.of(dividend.monomials(), quotients, dividend.constant() / divisor));
  }

  /** The greatest number that divides all coefficients and the constant; 1 for 0. */
  static long content(Dim dim) {
    long common = dim.constant();
    for (long coefficient : dim.coefficients()) {
      common = gcd(common, coefficient);
    }
    return common == 0 || common == Long.MIN_VALUE ? 1 : Math.abs(common);
  }

  static long gcd(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a == Long.MIN_VALUE ? 1 : Math.abs(a);
  }
}
