package io.github.shapecheck.processor.size;

import io.github.shapecheck.shape.SizeSet;

/**
 * What is known of the sizes for which a condition holds.
 *
 * @param sizes some of them, or all
 * @param complete whether it is proved that there are no others
 */
public record Solution(SizeSet sizes, boolean complete) {
  Solution intersect(Solution other) {
    boolean nothing = nothing() || other.nothing();
    return new Solution(sizes.intersect(other.sizes), nothing || complete && other.complete);
  }

  Solution union(Solution other) {
    return new Solution(sizes.union(other.sizes), complete && other.complete);
  }

  private boolean nothing() {
    return complete && sizes.isEmpty();
  }
}
