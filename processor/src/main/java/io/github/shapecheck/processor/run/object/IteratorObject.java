package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code iter}, {@code zip}, {@code map}, a generator and their like give: items, once.
 *
 * @param many the items where a free size says how many, else null
 */
public record IteratorObject(String kind, Iterator<Value> items, @Nullable ManyItems many)
    implements Value.Reference {
  /** An iterator of items that can be counted. */
  public IteratorObject(String kind, Iterator<Value> items) {
    this(kind, items, null);
  }

  /** What a generator of these items gives. */
  public static IteratorObject of(List<? extends Value> items) {
    return new IteratorObject("generator", List.<Value>copyOf(items).iterator());
  }

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
