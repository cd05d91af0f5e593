package io.github.shapecheck.report;

import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** What a test says about a layer that no step applies. */
public final class LayerBuilder {
  private final String path;
  private final String type;
  private final List<Weight> weights = new ArrayList<>();

  LayerBuilder(String path, String type) {
    this.path = path;
    this.type = type;
  }

  /** Adds a trainable tensor. */
  public LayerBuilder weight(String name, String shape) {
    weights.add(new Weight(name, Shape.parse(shape), true));
    return this;
  }

  /** Adds a tensor that is kept but not trained. */
  public LayerBuilder buffer(String name, String shape) {
    weights.add(new Weight(name, Shape.parse(shape), false));
    return this;
  }

  String path() {
    return path;
  }

  Layer build() {
    return new Layer(path, type, weights);
  }
}
