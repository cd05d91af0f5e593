package io.github.shapecheck.processor.value;

import io.github.shapecheck.shape.Dim;

/**
 * What is known of the numbers that a tensor holds.
 *
 * @param smallest the smallest, which is among them
 * @param largest the largest, which is among them
 * @param different how many different ones there are
 */
public record Numbers(Dim smallest, Dim largest, Dim different) {
  /** The numbers from 0 on. */
  public static Numbers below(Dim count) {
    return new Numbers(Dim.of(0), count.minus(1), count);
  }

  /** The same, to each of which a number is added. */
  public Numbers plus(Dim number) {
    return new Numbers(smallest.plus(number), largest.plus(number), different);
  }
}
