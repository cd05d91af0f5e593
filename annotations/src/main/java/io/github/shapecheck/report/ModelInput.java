package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.List;
import java.util.Map;

/**
 * An input of the model.
 *
 * @param name its name in the forward pass
 * @param shape its shape as declared, with the batch
 * @param dtype its element type by PyTorch's name, e.g. {@code float32}
 * @param accepts per axis the sizes that the model admits, e.g. {@code 28..29}; empty if not known
 */
public record ModelInput(String name, Shape shape, String dtype, List<String> accepts) {
  /** Copies the list. */
  public ModelInput {
    accepts = List.copyOf(accepts);
  }

  /** The memory that its values take. */
  public Dim bytes() {
    return new Tensor(shape, dtype).bytes();
  }

  ModelInput with(Map<String, Dim> sizes) {
    return new ModelInput(name, shape.with(sizes), dtype, accepts);
  }
}
