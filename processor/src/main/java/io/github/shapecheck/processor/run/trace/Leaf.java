package io.github.shapecheck.processor.run.trace;

import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Shape;

/**
 * A tensor that no step makes.
 *
 * @param name the input's name or the field's path
 */
public record Leaf(String name, Kind kind, Shape shape, DType dtype) {
  public enum Kind {
    INPUT,
    PARAMETER,
    BUFFER
  }
}
