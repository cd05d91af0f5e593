package io.github.shapecheck.shape;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A product of atoms, sorted; ordered by degree, the highest first, then by the atoms. */
public final class Monomial implements Comparable<Monomial> {
  static final Monomial[] NONE = {};
  static final Monomial ONE = new Monomial(new Atom[0]);

  final Atom[] factors;
  private final int hash;

  private Monomial(Atom[] factors) {
    this.factors = factors;
    this.hash = Arrays.hashCode(factors);
  }

  static Monomial of(Atom atom) {
    return new Monomial(new Atom[] {atom});
  }

  /** The factors, sorted, unmodifiable. */
  public List<Atom> factors() {
    return Collections.unmodifiableList(Arrays.asList(factors));
  }

  /** The atom that this is, if it is only one. */
  public Optional<Atom> single() {
    return factors.length == 1 ? Optional.of(factors[0]) : Optional.empty();
  }

  /** This as a size. */
  public Dim dim() {
    return factors.length == 0 ? Dim.of(1) : Polynomial.of(this, 1, 0);
  }

  Monomial times(Monomial other) {
    if (factors.length == 0) {
      return other;
    }
    if (other.factors.length == 0) {
      return this;
    }
    Atom[] all = new Atom[factors.length + other.factors.length];
    int i = 0;
    int j = 0;
    for (int k = 0; k < all.length; k++) {
      boolean left =
          j == other.factors.length
              || i < factors.length && factors[i].compareTo(other.factors[j]) <= 0;
      all[k] = left ? factors[i++] : other.factors[j++];
    }
    return new Monomial(all);
  }

  /** This without the other's factors, if it has them all. */
  public Optional<Monomial> dividedBy(Monomial other) {
    int rest = factors.length - other.factors.length;
    if (rest < 0) {
      return Optional.empty();
    }
    Atom[] left = new Atom[rest];
    int kept = 0;
    int j = 0;
    for (Atom factor : factors) {
      if (j < other.factors.length && factor.equals(other.factors[j])) {
        j++;
      } else if (kept == rest) {
        return Optional.empty();
      } else {
        left[kept++] = factor;
      }
    }
    return Optional.of(rest == 0 ? ONE : new Monomial(left));
  }

  int weight() {
    int weight = 1;
    for (Atom factor : factors) {
      weight += factor.weight();
    }
    return weight;
  }

  long evaluate(Assignment sizes) {
    long value = 1;
    for (Atom factor : factors) {
      value = Math.multiplyExact(value, factor.evaluate(sizes));
    }
    return value;
  }

  @Override
  public int compareTo(Monomial other) {
    if (this == other) {
      return 0;
    }
    int order = Integer.compare(other.factors.length, factors.length);
    for (int i = 0; order == 0 && i < factors.length; i++) {
      order = factors[i].compareTo(other.factors[i]);
    }
    return order;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Monomial m && hash == m.hash && Arrays.equals(factors, m.factors);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
