package io.github.shapecheck.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A sum of multiples of monomials, sorted, none of them zero and at least one, and a constant. */
final class Polynomial extends Dim {
  static final long[] NO_COEFFICIENTS = {};

  /**
   * Far more than a network needs; an expression that doubles at every step ends here and not in
   * the heap.
   */
  private static final int MAX_WEIGHT = 20_000;

  private final Monomial[] monomials;
  private final long[] coefficients;
  private final long constant;
  private final int weight;
  private final int hash;

  private Polynomial(Monomial[] monomials, long[] coefficients, long constant) {
    this.monomials = monomials;
    this.coefficients = coefficients;
    this.constant = constant;
    int sum = 1;
    for (Monomial monomial : monomials) {
      sum += monomial.weight();
      if (sum > MAX_WEIGHT) {
        throw new ArithmeticException("expression too large");
      }
    }
    this.weight = sum;
    this.hash =
        31 * (31 * Arrays.hashCode(monomials) + Arrays.hashCode(coefficients))
            + Long.hashCode(constant);
  }

  static Dim of(Monomial monomial, long coefficient, long constant) {
    return of(new Monomial[] {monomial}, new long[] {coefficient}, constant);
  }

  /** The sum of terms that are sorted and not zero. */
  static Dim of(Monomial[] monomials, long[] coefficients, long constant) {
    return monomials.length == 0
        ? Dim.of(constant)
        : new Polynomial(monomials, coefficients, constant);
  }

  static Dim sum(Dim a, Dim b) {
    Monomial[] left = a.monomials();
    Monomial[] right = b.monomials();
    long constant = Math.addExact(a.constant(), b.constant());
    if (right.length == 0 || left.length == 0) {
      Dim terms = right.length == 0 ? a : b;
      return of(terms.monomials(), terms.coefficients(), constant);
    }
    Monomial[] monomials = new Monomial[left.length + right.length];
    long[] coefficients = new long[monomials.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < left.length || j < right.length) {
      int order = i == left.length ? 1 : j == right.length ? -1 : left[i].compareTo(right[j]);
      Monomial monomial = order <= 0 ? left[i] : right[j];
      long coefficient = order <= 0 ? a.coefficients()[i++] : 0;
      if (order >= 0) {
        coefficient = Math.addExact(coefficient, b.coefficients()[j++]);
      }
      if (coefficient != 0) {
        monomials[size] = monomial;
        coefficients[size++] = coefficient;
      }
    }
    return of(Arrays.copyOf(monomials, size), Arrays.copyOf(coefficients, size), constant);
  }

  static Dim product(Dim a, Dim b) {
    if (a.constant() == 0
        && b.constant() == 0
        && a.monomials().length == 1
        && b.monomials().length == 1) {
      long coefficient = Math.multiplyExact(a.coefficients()[0], b.coefficients()[0]);
      return of(a.monomials()[0].times(b.monomials()[0]), coefficient, 0);
    }
    TreeMap<Monomial, Long> terms = new TreeMap<>();
    for (int i = 0; i <= a.monomials().length; i++) {
      for (int j = 0; j <= b.monomials().length; j++) {
        long coefficient = Math.multiplyExact(coefficient(a, i), coefficient(b, j));
        terms.merge(monomial(a, i).times(monomial(b, j)), coefficient, Math::addExact);
      }
      if (terms.size() > MAX_WEIGHT) {
        throw new ArithmeticException("expression too large");
      }
    }
    return of(terms);
  }

  private static Dim of(NavigableMap<Monomial, Long> terms) {
    Long constant = terms.remove(Monomial.ONE);
    terms.values().removeIf(coefficient -> coefficient == 0);
    Monomial[] monomials = terms.keySet().toArray(Monomial.NONE);
    long[] coefficients = new long[monomials.length];
    int i = 0;
    for (long coefficient : terms.values()) {
      coefficients[i++] = coefficient;
    }
    return of(monomials, coefficients, constant == null ? 0 : constant);
  }

  private static long coefficient(Dim dim, int index) {
    return index < dim.monomials().length ? dim.coefficients()[index] : dim.constant();
  }

  private static Monomial monomial(Dim dim, int index) {
    return index < dim.monomials().length ? dim.monomials()[index] : Monomial.ONE;
  }

  Dim scaled(long factor) {
    if (factor == 0) {
      return Dim.of(0);
    }
    if (factor == 1) {
      return this;
    }
    long[] products = new long[coefficients.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = Math.multiplyExact(coefficients[i], factor);
    }
    return new Polynomial(monomials, products, Math.multiplyExact(constant, factor));
  }

  @Override
  public Set<String> symbols() {
    Set<Symbol> symbols = new TreeSet<>(Symbol::compareNames);
    collect(this, symbols);
    Set<String> names = new LinkedHashSet<>();
    for (Symbol symbol : symbols) {
      names.add(symbol.name);
    }
    return Collections.unmodifiableSet(names);
  }

  @Override
  public Dim replace(Function<Atom, Optional<Dim>> replacement) {
    Dim sum = Dim.of(constant);
    for (int i = 0; i < monomials.length; i++) {
      List<Dim> factors = new ArrayList<>(List.of(Dim.of(coefficients[i])));
      for (Atom factor : monomials[i].factors) {
        factors.add(factor.replace(replacement));
      }
      sum = sum.plus(Shape.of(factors).numel());
    }
    return sum;
  }

  @Override
  long evaluate(Assignment sizes) {
    long value = constant;
    for (int i = 0; i < monomials.length; i++) {
      value =
          Math.addExact(value, Math.multiplyExact(coefficients[i], monomials[i].evaluate(sizes)));
    }
    return value;
  }

  static void collect(Dim dim, Set<Symbol> symbols) {
    for (Monomial monomial : dim.monomials()) {
      for (Atom factor : monomial.factors) {
        factor.collect(symbols);
      }
    }
  }

  static Symbol leading(Dim dim) {
    return dim.monomials()[0].factors[0].leading();
  }

  static int weight(Dim dim) {
    return dim instanceof Polynomial polynomial ? polynomial.weight : 1;
  }

  static int compare(Dim a, Dim b) {
    if (a == b) {
      return 0;
    }
    Monomial[] left = a.monomials();
    Monomial[] right = b.monomials();
    int order = Integer.compare(left.length, right.length);
    for (int i = 0; order == 0 && i < left.length; i++) {
      order = left[i].compareTo(right[i]);
      if (order == 0) {
        order = Long.compare(a.coefficients()[i], b.coefficients()[i]);
      }
    }
    return order == 0 ? Long.compare(a.constant(), b.constant()) : order;
  }

  @Override
  Monomial[] monomials() {
    return monomials;
  }

  @Override
  long[] coefficients() {
    return coefficients;
  }

  @Override
  public long constant() {
    return constant;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Polynomial p
            && hash == p.hash
            && constant == p.constant
            && Arrays.equals(coefficients, p.coefficients)
            && Arrays.equals(monomials, p.monomials);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
