package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.shape.SizeSet;

/**
 * The sizes that a model takes on an axis.
 *
 * @param sizes of which every one is sure
 * @param searchedTo up to where there are no others; {@link #ALL} if there are none at all
 */
public record AxisSizes(SizeSet sizes, long searchedTo) {
  /** Every size was searched. */
  static final long ALL = Long.MAX_VALUE;

  static AxisSizes exactly(SizeSet sizes) {
    return new AxisSizes(sizes, ALL);
  }

  /** Whether there are no other sizes. */
  public boolean isExact() {
    return searchedTo == ALL;
  }

  /** The ranges; what is not exact ends in {@code (searched to 64)}. */
  @Override
  public String toString() {
    return isExact() ? sizes.toString() : sizes + " (searched to " + searchedTo + ")";
  }
}
