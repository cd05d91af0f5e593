package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;

/**
 * A {@code range} over a free size.
 *
 * @param step from one number to the next, negative where they fall
 * @param count how many numbers it has
 */
public record ManyRange(Dim first, long step, Dim count) implements Value.Reference {
  private static final Dim BATCH = Dim.symbol("N");

  /** Whether a size is the batch. */
  public static boolean isBatch(Dim size) {
    return size.equals(BATCH);
  }

  /** Its last number. */
  public Dim last() {
    return first.plus(count.minus(1).times(step));
  }

  @Override
  public String describe() {
    return "a range of " + count;
  }
}
