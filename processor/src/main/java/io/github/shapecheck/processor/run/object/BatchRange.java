package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;

/** {@code range(N)} over the batch: as many steps as there are samples. */
public record BatchRange(Dim count) implements Value.Reference {
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
