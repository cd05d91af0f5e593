package io.github.shapecheck.report;

import io.github.shapecheck.shape.Dim;
import java.util.List;
import java.util.Map;

/**
 * A layer that is declared and keeps weights, used by steps or not.
 *
 * @param path the field, of a submodule {@code layer1.conv1}
 * @param type the layer's type, e.g. {@code Conv2d}
 * @param weights what it keeps
 */
public record Layer(String path, String type, List<Weight> weights) {
  /** Copies the list. */
  public Layer {
    weights = List.copyOf(weights);
  }

  /** The number of trainable parameters. */
  public Dim params() {
    return count(weights, true);
  }

  static Dim count(List<Weight> weights, boolean trainable) {
    Sum sum = new Sum();
    for (Weight weight : weights) {
      if (weight.trainable() == trainable) {
        sum.add(weight::numel);
      }
    }
    return sum.total();
  }

  Layer with(Map<String, Dim> sizes) {
    return new Layer(path, type, weights.stream().map(w -> w.with(sizes)).toList());
  }
}
