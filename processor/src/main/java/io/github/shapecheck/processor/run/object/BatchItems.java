package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;

/** The items of what has one for each sample: the first and the last stand for all. */
public record BatchItems(Value first, Value last, Dim count) {
  /** The same from the end. */
  public BatchItems reversed() {
    return new BatchItems(last, first, count);
  }
}
