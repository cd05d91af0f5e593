package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;

/**
 * {@code range(first, first + N)} over a free size.
 *
 * @param count how many steps it has
 */
public record ManyRange(Dim first, Dim count) implements Value.Reference {
  private static final Dim BATCH = Dim.symbol("N");

  /** Whether a size is the batch. */
  public static boolean isBatch(Dim size) {
    return size.equals(BATCH);
  }

  @Override
  public String describe() {
    return "a range of " + count;
  }
}
