package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.Map;

/**
 * An output of the model.
 *
 * @param from the name of the step or input that it comes from
 * @param item which of the step's results it is, {@link Operand.Reference#SOME} where that is not
 *     told
 * @param shape its shape
 */
public record ModelOutput(String from, int item, Shape shape) {
  ModelOutput with(Map<String, Dim> sizes) {
    return new ModelOutput(from, item, shape.with(sizes));
  }
}
