package io.github.shapecheck.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Weight;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** PyTorch's default initial values (each layer's {@code reset_parameters}), drawn with a seed. */
final class InitialWeights {
  private InitialWeights() {}

  /** The initial values of a layer's weight; the row of an embedding's padding is zero. */
  static Initializer of(ShapeReport report, Layer layer, Weight weight, long seed) {
    Initializer values = of(layer, weight, seed);
    return report.steps().stream()
        .filter(step -> step.owner().equals(layer.path()))
        .flatMap(step -> step.attributes().stream())
        .filter(given -> given.name().equals("padding_idx"))
        .filter(given -> given.value() instanceof Operand.Size)
        .map(given -> ((Operand.Size) given.value()).dim().value())
        .findFirst()
        .map(row -> padded(values, row))
        .orElse(values);
  }

  /** Zeros in the row that stands for padding, the others as they are. */
  private static Initializer padded(Initializer rows, long padding) {
    return (manager, shape, type) -> {
      NDArray made = rows.initialize(manager, shape, type);
      long row = padding < 0 ? padding + shape.get(0) : padding;
      made.set(new NDIndex("{}", row), 0);
      return made;
    };
  }

  private static Initializer of(Layer layer, Weight weight, long seed) {
    String type = layer.type();
    String name = weight.name();
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (name.equals(layer.path())) {
      return constant(0); // a bare parameter, whose value the Python source gives
    } else if (last.equals("running_var")) {
      return constant(1);
    } else if (last.equals("running_mean")) {
      return constant(0);
    } else if (type.contains("Norm") || name.contains("norm")) {
      return constant(last.equals("weight") ? 1 : 0);
    } else if (type.equals("PReLU")) {
      return constant(0.25);
    } else if (type.startsWith("Embedding")) {
      return drawn(seed, random -> random::nextGaussian);
    } else if (type.matches("(RNN|GRU|LSTM)(Cell)?")) {
      return uniform(seed, 1 / Math.sqrt(hidden(layer)));
    } else if (last.equals("in_proj_weight") || last.matches("[qkv]_proj_weight")) {
      return uniform(seed, Math.sqrt(6.0 / (size(weight, 0) + size(weight, 1))));
    } else if (last.equals("in_proj_bias") || name.endsWith("out_proj.bias")) {
      return constant(0);
    }
    String owner = name.substring(0, name.length() - last.length());
    return uniform(seed, 1 / Math.sqrt(fanIn(layer, owner + "weight")));
  }

  /** Values that reach one output: the bound of kaiming_uniform with a = sqrt(5) is its root. */
  private static double fanIn(Layer layer, String name) {
    for (Weight weight : layer.weights()) {
      if (weight.name().equals(name)) {
        double fan = 1;
        int axes = layer.type().equals("Bilinear") ? 2 : weight.shape().rank();
        for (int axis = 1; axis < axes; axis++) {
          fan *= size(weight, axis);
        }
        return Math.max(fan, 1);
      }
    }
    return 1;
  }

  private static double hidden(Layer layer) {
    for (Weight weight : layer.weights()) {
      if (weight.name().startsWith("weight_hh")) {
        return size(weight, 1);
      }
    }
    return 1;
  }

  private static long size(Weight weight, int axis) {
    return weight.shape().dim(axis).value();
  }

  private static Initializer constant(double value) {
    return (manager, shape, type) -> manager.full(shape, (float) value, type);
  }

  private static Initializer uniform(long seed, double bound) {
    return drawn(seed, random -> () -> (2 * random.nextDouble() - 1) * bound);
  }

  /** Draws values in row-major order. */
  private interface Distribution {
    DoubleSupplier with(Random random);
  }

  private static Initializer drawn(long seed, Distribution distribution) {
    return new Initializer() {
      @Override
      public NDArray initialize(NDManager manager, Shape shape, DataType type) {
        DoubleSupplier next = distribution.with(new Random(seed));
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) next.getAsDouble();
        }
        return manager.create(values, shape).toType(type, false);
      }
    };
  }
}
