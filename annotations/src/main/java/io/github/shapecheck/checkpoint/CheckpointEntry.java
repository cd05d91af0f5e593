package io.github.shapecheck.checkpoint;

import java.util.List;

/**
 * A tensor of a checkpoint.
 *
 * @param dtype its element type as the file calls it, e.g. {@code F32}; "" where it does not say
 * @param shape its sizes
 * @param begin where its values begin, counted from the first value of the file; 0 if not known
 * @param end where they end
 */
public record CheckpointEntry(String dtype, List<Long> shape, long begin, long end) {
  /** Copies the list. */
  public CheckpointEntry {
    shape = List.copyOf(shape);
  }
}
