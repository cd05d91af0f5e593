package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import org.jspecify.annotations.Nullable;

/** A list of equal tensors, as many as a free size says: what a loop over that size appended. */
public final class ManyList implements Value.Reference {
  private final Tensor item;
  private @Nullable Dim count;

  /** A list of a tensor so many times. */
  public ManyList(Tensor item, Dim count) {
    this.item = item;
    this.count = count;
  }

  /** What it is at the moment as a value that does not change; other values as they are. */
  public static Value plain(Value value) {
    return value instanceof ManyList list ? list.pieces() : value;
  }

  private Value pieces() {
    return count == null ? Value.UNKNOWN : new Value.Pieces(item, item, Dim.of(1), count, count);
  }

  public Tensor item() {
    return item;
  }

  /** How many there are; null where nobody knows what became of it. */
  public @Nullable Dim count() {
    return count;
  }

  /** That it has so many from here on, or that nothing is known of it. */
  public void resize(@Nullable Dim size) {
    count = size;
  }

  @Override
  public String describe() {
    return "a list of " + (count == null ? "unknown length" : count);
  }
}
