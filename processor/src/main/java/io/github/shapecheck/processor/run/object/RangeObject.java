package io.github.shapecheck.processor.run.object;

import io.github.shapecheck.processor.value.Value;
import java.util.Iterator;
import java.util.stream.LongStream;

/** {@code range(start, stop, step)}. */
public record RangeObject(long start, long stop, long step) implements Value.Reference {

  public long size() {
    long span = step > 0 ? Math.subtractExact(stop, start) : Math.subtractExact(start, stop);
    return span <= 0 ? 0 : (span - 1) / Math.abs(step) + 1;
  }

  /** The number at a place from 0 on. */
  public long at(long index) {
    return start + index * step;
  }

  public boolean contains(long number) {
    long offset = number - start;
    return offset % step == 0 && offset / step >= 0 && offset / step < size();
  }

  /** The numbers, made one by one. */
  public Iterator<Value> iterator() {
    return LongStream.range(0, size()).mapToObj(i -> (Value) Value.Int.of(at(i))).iterator();
  }

  @Override
  public String describe() {
    return "a range of " + size();
  }
}
