package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.Iterator;

/** What {@code iter}, {@code zip}, {@code map}, a generator and their like give: items, once. */
public record IteratorObject(String kind, Iterator<Value> items) implements Value.Reference {
  @Override
  public String describe() {
    return "a " + kind;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
