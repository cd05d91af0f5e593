package io.github.shapecheck.report;

import io.github.shapecheck.shape.Shape;
import java.util.List;

/** What a test says about one input. */
public final class InputBuilder {
  private final String name;
  private final Shape shape;
  private String dtype = "float32";
  private List<String> accepts = List.of();

  InputBuilder(String name, Shape shape) {
    this.name = name;
    this.shape = shape;
  }

  /** The element type by PyTorch's name; without this call {@code float32}. */
  public InputBuilder dtype(String name) {
    dtype = name;
    return this;
  }

  /** The sizes that the model admits, per axis. */
  public InputBuilder accepts(String... ranges) {
    accepts = List.of(ranges);
    return this;
  }

  ModelInput build() {
    return new ModelInput(name, shape, dtype, accepts);
  }
}
