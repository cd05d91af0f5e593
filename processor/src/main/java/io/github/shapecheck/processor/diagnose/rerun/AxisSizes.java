package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.shape.SizeRange;
import io.github.shapecheck.shape.SizeSet;
import java.util.List;

/**
 * The sizes that a model takes on an axis.
 *
 * @param sizes of which every one is sure
 * @param searchedTo up to where there are no others; {@link #ALL} if there are none at all
 */
public record AxisSizes(SizeSet sizes, long searchedTo) {
  /** Every size was searched. */
  static final long ALL = Long.MAX_VALUE;

  private static final int MOST_RANGES = 64;

  /** What nobody reads to its end is cut, and says so. */
  public AxisSizes {
    List<SizeRange> ranges = sizes.ranges();
    if (ranges.size() > MOST_RANGES) {
      sizes = SizeSet.of(ranges.subList(0, MOST_RANGES));
      searchedTo = Math.min(searchedTo, ranges.get(MOST_RANGES).first() - 1);
    }
  }

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
