package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.Map;

/**
 * What an operation was given for one of its parameters.
 *
 * @param name the parameter by PyTorch's name, e.g. {@code kernel_size}
 * @param value what was given
 */
public record Argument(String name, Operand value) {
  Argument with(Map<String, Dim> sizes) {
    return new Argument(name, value.with(sizes));
  }
}
