package io.github.shapecheck.shape;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A factor of a monomial: a symbol, or a function of Dims that is not a polynomial. Ordered as
 * readers expect.
 */
public abstract sealed class Atom implements Comparable<Atom>
    permits Symbol, Floor, Quotient, Minimum, Scaled {
  Atom() {}

  /** How many symbols and numbers this is made of, to keep expressions within reason. */
  abstract int weight();

  /** The first symbol in this: floor(H/2) is sorted beside H. */
  public abstract Symbol leading();

  abstract int kind();

  abstract int compareSameKind(Atom other);

  abstract long evaluate(Assignment sizes);

  abstract Dim rebuild(Function<Atom, Optional<Dim>> replacement);

  /** What the replacement says, else this with the replacement made inside. */
  final Dim replace(Function<Atom, Optional<Dim>> replacement) {
    return replacement.apply(this).orElseGet(() -> rebuild(replacement));
  }

  abstract void collect(Set<Symbol> symbols);

  /** This as a size. */
  public final Dim dim() {
    return Polynomial.of(Monomial.of(this), 1, 0);
  }

  @Override
  public final int compareTo(Atom other) {
    if (this == other) {
      return 0;
    }
    int order = leading().compareNames(other.leading());
    if (order == 0) {
      order = Integer.compare(kind(), other.kind());
    }
    return order == 0 ? compareSameKind(other) : order;
  }

  @Override
  public final boolean equals(Object other) {
    return this == other
        || other instanceof Atom atom && hashCode() == atom.hashCode() && compareTo(atom) == 0;
  }

  @Override
  public abstract int hashCode();

  static int compare(Dim a, Dim b) {
    return Polynomial.compare(a, b);
  }
}
