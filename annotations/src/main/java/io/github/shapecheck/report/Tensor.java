package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One tensor that a step produces.
 *
 * @param shape its shape
 * @param dtype its element type by PyTorch's name, e.g. {@code float32}
 * @param times how many of it in a row: a free axis is cut into as many pieces as it takes
 */
public record Tensor(Shape shape, String dtype, Dim times) {
  /** One tensor. */
  public Tensor(Shape shape, String dtype) {
    this(shape, dtype, Dim.of(1));
  }

  /** So many in place of each. */
  public Tensor repeated(Dim count) {
    return new Tensor(shape, dtype, times.times(count));
  }

  /** The memory that its values take. */
  public Dim bytes() {
    return Sum.guarded(() -> shape.numel().times(ElementType.bytes(dtype)).times(times));
  }

  /** The same with numbers for free sizes, each by itself if it is known how many there are. */
  List<Tensor> with(Map<String, Dim> sizes) {
    Dim count = times.with(sizes);
    Shape known = shape.with(sizes);
    return count.isConstant()
        ? Collections.nCopies(Math.toIntExact(Math.max(0, count.value())), new Tensor(known, dtype))
        : List.of(new Tensor(known, dtype, count));
  }
}
