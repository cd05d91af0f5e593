package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Map;

/**
 * One tensor that a step produces.
 *
 * @param shape its shape
 * @param dtype its element type by PyTorch's name, e.g. {@code float32}
 */
public record Tensor(Shape shape, String dtype) {
  /** The memory that its values take. */
  public Dim bytes() {
    return Sum.guarded(() -> shape.numel().times(ElementType.bytes(dtype)));
  }

  Tensor with(Map<String, Dim> sizes) {
    return new Tensor(shape.with(sizes), dtype);
  }
}
