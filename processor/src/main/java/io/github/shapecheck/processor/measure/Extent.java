package io.github.shapecheck.processor.measure;

import io.github.shapecheck.shape.Dim;

/**
 * The stretch of one input axis that the first value of a tensor sees.
 *
 * @param low where it begins; positions are whole numbers, padding has negative ones
 * @param length the distance from its first to its last position
 */
record Extent(Fraction low, Fraction length) {
  /** The position itself. */
  static final Extent POINT = new Extent(Fraction.ZERO, Fraction.ZERO);

  /** How many positions it covers at most, wherever it comes to lie. */
  Dim size() {
    return length.floor().plus(1);
  }

  Fraction center() {
    return low.plus(length.over(2));
  }

  /** Begins later and is longer. */
  Extent grown(Fraction shift, Fraction more) {
    return new Extent(low.plus(shift), length.plus(more));
  }

  /** The smallest stretch that covers both. */
  Extent union(Extent other) {
    Fraction from = low.min(other.low);
    Fraction to = low.plus(length).max(other.low.plus(other.length));
    return new Extent(from, to.minus(from));
  }
}
