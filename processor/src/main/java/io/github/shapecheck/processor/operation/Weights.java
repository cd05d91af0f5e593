package io.github.shapecheck.processor.operation;

import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tensors that a layer owns, in PyTorch's order of {@code state_dict}. */
public record Weights(List<Weight> all) {
  /** A layer without weights. */
  public static final Weights NONE = new Weights(List.of());

  /**
   * One tensor.
   *
   * @param trainable whether it is a parameter and not a buffer
   */
  public record Weight(String name, Shape shape, boolean trainable) {}

  /** Starts an empty list to add to. */
  public static Weights start() {
    return new Weights(new ArrayList<>());
  }

  /** Adds a trainable weight. */
  public Weights add(String name, Dim... shape) {
    all.add(new Weight(name, Shape.of(shape), true));
    return this;
  }

  /** Adds a trainable weight where a condition holds. */
  public Weights addIf(boolean condition, String name, Dim... shape) {
    return condition ? add(name, shape) : this;
  }

  /** Adds a buffer where a condition holds. */
  public Weights bufferIf(boolean condition, String name, Dim... shape) {
    if (condition) {
      all.add(new Weight(name, Shape.of(shape), false));
    }
    return this;
  }

  /** Adds another layer's weights under a prefix such as {@code self_attn.}. */
  public Weights addAll(String prefix, Weights others) {
    for (Weight weight : others.all) {
      all.add(new Weight(prefix + weight.name(), weight.shape(), weight.trainable()));
    }
    return this;
  }

  /** The weight of a name, or null. */
  public @Nullable Weight get(String name) {
    for (Weight weight : all) {
      if (weight.name().equals(name)) {
        return weight;
      }
    }
    return null;
  }

  /** Throws an {@link ArithmeticException} where there are more values than 2^63. */
  public void requireCountable() {
    Dim sum = Dim.of(0);
    for (Weight weight : all) {
      sum = sum.plus(weight.shape().numel());
    }
  }

  public boolean isKnown() {
    for (Weight weight : all) {
      if (!weight.shape().isKnown()) {
        return false;
      }
    }
    return true;
  }

  /** The number of trainable values. */
  public Dim parameters() {
    return all.stream()
        .filter(Weight::trainable)
        .map(weight -> weight.shape().numel())
        .reduce(Dim.of(0), Dim::plus);
  }
}
