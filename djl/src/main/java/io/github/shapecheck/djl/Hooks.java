package io.github.shapecheck.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Hooks that people write again and again. */
public final class Hooks {
  private Hooks() {}

  /** Prints each layer's name and the shapes of its outputs. */
  public static Consumer<LayerCall> printShapes(PrintStream out) {
    return call -> {
      for (NDArray output : call.outputs()) {
        out.printf(
            Locale.ROOT, "%-24s %-16s %s%n", call.layer(), call.step().op(), output.getShape());
      }
    };
  }

  /** Prints minimum, mean, maximum and the share of zeros of each output. */
  public static Consumer<LayerCall> printStatistics(PrintStream out) {
    return call -> {
      for (NDArray output : call.outputs()) {
        NDArray x = output.toType(DataType.FLOAT32, false);
        out.printf(
            Locale.ROOT,
            "%-24s min %.4g mean %.4g max %.4g zeros %.1f %%%n",
            call.layer(),
            x.min().getFloat(),
            x.mean().getFloat(),
            x.max().getFloat(),
            100 * x.eq(0).toType(DataType.FLOAT32, false).mean().getFloat());
      }
    };
  }

  /** Keeps copies of the first outputs, by layer, which live as long as the manager. */
  public static Consumer<LayerCall> collect(Map<String, NDArray> into, NDManager manager) {
    return call -> {
      if (!call.outputs().isEmpty()) {
        NDArray copy = call.outputs().head().duplicate();
        ai.djl.ndarray.NDScope.unregister(copy);
        copy.attach(manager);
        into.put(call.layer(), copy);
      }
    };
  }

  /** Throws at the first layer whose output is not a number somewhere. */
  public static Consumer<LayerCall> findNaN() {
    return call -> {
      for (NDArray output : call.outputs()) {
        if (output.getDataType().isFloating() && output.isNaN().any().getBoolean()) {
          throw new IllegalStateException(
              call.layer() + " is the first to give NaN, in iteration " + call.iteration());
        }
      }
    };
  }

  /** Throws where a shape is not the one that the report promises. */
  public static Consumer<LayerCall> checkShapes() {
    return call -> {
      for (int i = 0; i < call.outputs().size(); i++) {
        if (!fits(call.outputs().get(i).getShape(), call.expected().get(i))) {
          throw new IllegalStateException(
              call.layer()
                  + " gives "
                  + call.outputs().get(i).getShape()
                  + ", but the report promises "
                  + call.expected().get(i));
        }
      }
    };
  }

  static boolean fits(Shape actual, Shape promised) {
    boolean fits = actual.dimension() == promised.dimension();
    for (int i = 0; fits && i < promised.dimension(); i++) {
      fits = promised.get(i) < 0 || promised.get(i) == actual.get(i);
    }
    return fits;
  }
}
