package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;

/** As many items as a free size says: the first and the last stand for all. */
public record ManyItems(Value first, Value last, Dim count) {
  /** The same from the end. */
  public ManyItems reversed() {
    return new ManyItems(last, first, count);
  }
}
