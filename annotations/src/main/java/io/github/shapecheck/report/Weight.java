package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Map;
import java.util.Objects;

/**
 * One tensor that a layer keeps.
 *
 * @param name PyTorch's name of it, e.g. {@code weight}
 * @param shape its shape
 * @param trainable false for a buffer such as {@code running_mean}
 */
public record Weight(String name, Shape shape, boolean trainable) {
  /** Checks that nothing is missing. */
  public Weight {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
  }

  /** How many numbers it holds. */
  public Dim numel() {
    return Sum.guarded(shape::numel);
  }

  Weight with(Map<String, Dim> sizes) {
    return new Weight(name, shape.with(sizes), trainable);
  }
}
