package io.github.shapecheck.shape;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An exact size: an integer, or an integer-valued expression over free sizes such as {@code N} or
 * {@code H}.
 *
 * <p>Every Dim is kept in a normal form, a sum of integer multiples of products of symbols, of
 * {@code floor(sum / constant)}, of {@code floor(a / b)}, of minima and of scaled sizes. Nested
 * floors merge, so a whole stack of strided convolutions stays one floor. Two Dims are {@linkplain
 * #equals equal} exactly if their normal forms are; Dims of different normal form may still agree
 * for all sizes, which the processor finds out.
 *
 * <p>All arithmetic is exact. A coefficient or value beyond a {@code long}, and an expression of
 * unreasonable size, throw {@link ArithmeticException}. {@link #unknown()} absorbs: whatever is
 * computed with it is unknown. Immutable.
 */
public abstract sealed class Dim permits Constant, Polynomial, Unknown {

  Dim() {}

  /** The integer {@code value}. */
  public static Dim of(long value) {
    return Constant.valueOf(value);
  }

  /** The free size called {@code name}, which must be an identifier of Java's kind. */
  public static Dim symbol(String name) {
    return Symbol.of(name).shared();
  }

  /** A size about which nothing is known, say after an error. */
  public static Dim unknown() {
    return Unknown.INSTANCE;
  }

  /**
   * Reads what {@link #toString} prints, and more: {@code + - * // %}, {@code floor(a/b)}, {@code
   * ceil(a/b)}, {@code min(a, b)}, {@code max(a, b)}, {@code scale(1.3, H)}, and {@code ?} for
   * unknown.
   *
   * @throws IllegalArgumentException if the text is not such an expression
   * @throws ArithmeticException if it is too large or divides by zero
   */
  public static Dim parse(String text) {
    return Parser.dim(text);
  }

  /** Whether this is an integer. */
  public final boolean isConstant() {
    return this instanceof Constant;
  }

  /** Whether this is anything but {@link #unknown()}. */
  public final boolean isKnown() {
    return this != Unknown.INSTANCE;
  }

  /**
   * The integer that this is.
   *
   * @throws IllegalStateException if it is not {@linkplain #isConstant constant}
   */
  public final long value() {
    if (this instanceof Constant c) {
      return c.value;
    }
    throw new IllegalStateException("not a constant: " + this);
  }

  /** The sum. */
  public final Dim plus(Dim other) {
    if (this instanceof Constant a && other instanceof Constant b) {
      return of(Math.addExact(a.value, b.value));
    }
    return isKnown() && other.isKnown() ? Polynomial.sum(this, other) : unknown();
  }

  /** The sum. */
  public final Dim plus(long other) {
    return this instanceof Constant a
        ? of(Math.addExact(a.value, other))
        : other == 0 ? this : plus(of(other));
  }

  /** The difference. */
  public final Dim minus(Dim other) {
    if (this instanceof Constant a && other instanceof Constant b) {
      return of(Math.subtractExact(a.value, b.value));
    }
    return plus(other.negate());
  }

  /** The difference. */
  public final Dim minus(long other) {
    return this instanceof Constant a
        ? of(Math.subtractExact(a.value, other))
        : plus(Math.negateExact(other));
  }

  /** The product. */
  public final Dim times(Dim other) {
    if (other instanceof Constant b) {
      return times(b.value);
    }
    if (this instanceof Constant a) {
      return other.times(a.value);
    }
    return isKnown() && other.isKnown() ? Polynomial.product(this, other) : unknown();
  }

  /** The product. */
  public final Dim times(long other) {
    if (this instanceof Constant a) {
      return of(Math.multiplyExact(a.value, other));
    }
    return this instanceof Polynomial p ? p.scaled(other) : unknown();
  }

  /** The negative. */
  public final Dim negate() {
    return times(-1);
  }

  /**
   * The mathematical floor of the quotient, {@link Math#floorDiv} for all sizes; {@link
   * ArithmeticException} for 0.
   */
  public final Dim floorDiv(long divisor) {
    if (this instanceof Constant a) {
      return of(Math.floorDiv(nonOverflowing(a.value, divisor), divisor));
    }
    return isKnown() ? Division.floor(this, divisor) : unknown();
  }

  /**
   * The mathematical floor of the quotient; for a divisor with symbols it has no value where that
   * is zero.
   */
  public final Dim floorDiv(Dim divisor) {
    if (divisor instanceof Constant c) {
      return floorDiv(c.value);
    }
    return isKnown() && divisor.isKnown() ? Division.floor(this, divisor) : unknown();
  }

  /** The quotient rounded up. */
  public final Dim ceilDiv(long divisor) {
    if (this instanceof Constant a) {
      long floor = floorDiv(divisor).value();
      return a.value % divisor == 0 ? of(floor) : of(floor + 1);
    }
    return divisor > 0 ? plus(divisor - 1).floorDiv(divisor) : negate().floorDiv(divisor).negate();
  }

  /** The quotient rounded up. */
  public final Dim ceilDiv(Dim divisor) {
    return divisor instanceof Constant c ? ceilDiv(c.value) : negate().floorDiv(divisor).negate();
  }

  /** The remainder of {@link #floorDiv(long)}, which has the sign of the divisor. */
  public final Dim mod(long divisor) {
    return this instanceof Constant a
        ? of(Math.floorMod(a.value, divisor))
        : minus(floorDiv(divisor).times(divisor));
  }

  /** The remainder of {@link #floorDiv(Dim)}. */
  public final Dim mod(Dim divisor) {
    return divisor instanceof Constant c ? mod(c.value) : minus(floorDiv(divisor).times(divisor));
  }

  /** The smaller of the two. */
  public final Dim min(Dim other) {
    if (this instanceof Constant a && other instanceof Constant b) {
      return a.value <= b.value ? a : b;
    }
    return isKnown() && other.isKnown() ? Minimum.of(this, other) : unknown();
  }

  /** The larger of the two. */
  public final Dim max(Dim other) {
    if (this instanceof Constant a && other instanceof Constant b) {
      return a.value >= b.value ? a : b;
    }
    return isKnown() && other.isKnown() ? plus(other).minus(Minimum.of(this, other)) : unknown();
  }

  /**
   * PyTorch's scaled size: the floor of the <em>double</em> product {@code factor * this} (2.3
   * times 100 gives 229). A factor such as 2, 0.5 or 1.75, with which doubles are exact, becomes an
   * exact floor.
   */
  public final Dim scale(double factor) {
    return isKnown() ? Scaled.of(factor, this) : unknown();
  }

  /**
   * The Dim that times {@code divisor} is this, as polynomials: {@code 2000*N} divided by {@code
   * 20*N} is 100. Empty if there is none (the values may still divide for all sizes) or if the
   * divisor is 0.
   */
  public final Optional<Dim> dividedBy(Dim divisor) {
    if (this instanceof Constant a && divisor instanceof Constant b) {
      boolean whole =
          b.value != 0 && a.value % b.value == 0 && !(b.value == -1 && a.value == Long.MIN_VALUE);
      return whole ? Optional.of(of(a.value / b.value)) : Optional.empty();
    }
    return isKnown() && divisor.isKnown() ? Division.exact(this, divisor) : Optional.of(unknown());
  }

  /**
   * The names of the free sizes in this, in the order in which {@link #toString} prints them,
   * unmodifiable.
   */
  public abstract Set<String> symbols();

  /**
   * The value where the free sizes have the given values.
   *
   * @throws IllegalArgumentException if a symbol has no value
   * @throws ArithmeticException if a value does not fit a long or a divisor is zero
   * @throws IllegalStateException if this is unknown
   */
  public final long at(Map<String, Long> sizes) {
    return evaluate(Assignment.of(sizes));
  }

  /** This with Dims put for symbols, all at once; symbols that are not in the map stay. */
  public final Dim with(Map<String, Dim> replacements) {
    return replace(
        atom ->
            atom instanceof Symbol s
                ? Optional.ofNullable(replacements.get(s.name))
                : Optional.empty());
  }

  /**
   * The expression, highest degrees first, such as {@code 2*N} or {@code floor((H - 1)/2) + 1};
   * {@code ?} for unknown.
   */
  @Override
  public final String toString() {
    return Text.of(this);
  }

  /** This with Dims put for atoms, outermost first; where there is none for an atom, it stays. */
  public abstract Dim replace(Function<Atom, Optional<Dim>> replacement);

  abstract long evaluate(Assignment sizes);

  abstract Monomial[] monomials();

  abstract long[] coefficients();

  /** The products of this sum, highest degrees first, unmodifiable; none of an integer. */
  public final List<Monomial> products() {
    return Collections.unmodifiableList(Arrays.asList(monomials()));
  }

  /** The number by which a product is multiplied. */
  public final long coefficient(int product) {
    return coefficients()[product];
  }

  /** What is added to the products. */
  public abstract long constant();

  /** The greatest number that divides all coefficients and the constant; 1 for 0. */
  public final long content() {
    return Division.content(this);
  }

  /** How many symbols and numbers this is made of. */
  public final int weight() {
    return Polynomial.weight(this);
  }

  /** The greatest common divisor, not negative; 0 of zeros. */
  public static long gcd(long a, long b) {
    return Division.gcd(a, b);
  }

  private static long nonOverflowing(long value, long divisor) {
    if (divisor == -1 && value == Long.MIN_VALUE) {
      throw new ArithmeticException("long overflow");
    }
    return value;
  }
}
