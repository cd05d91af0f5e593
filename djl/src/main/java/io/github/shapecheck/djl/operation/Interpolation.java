package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.Operand;
import java.util.List;

/**
 * Maps of another size by PyTorch's own arithmetic, one axis after the other: nearest values are
 * picked, linear and cubic weights are a matrix.
 */
final class Interpolation {
  private static final double CUBIC = -0.75;

  private final Invocation call;
  private final String mode;
  private final boolean corners;

  Interpolation(Invocation call, String mode, boolean corners) {
    this.call = call;
    this.mode = mode;
    this.corners = corners;
    if (mode.equals("area") || call.flag("antialias", false)) {
      throw call.failure(
          "interpolates by " + mode + (mode.equals("area") ? "" : " with antialias"));
    }
  }

  NDArray result() {
    NDArray x = call.input();
    Shape wanted = call.shape();
    for (int axis = 2; axis < wanted.dimension(); axis++) {
      x = alongAxis(x, axis, wanted.get(axis));
    }
    return x;
  }

  private NDArray alongAxis(NDArray x, int axis, long out) {
    long in = x.getShape().get(axis);
    double step = step(axis - 2, in, out);
    if (mode.startsWith("nearest")) {
      double half = mode.equals("nearest-exact") ? 0.5 : 0;
      return in == out && step == 1
          ? x
          : Axis.pick(
              x,
              axis,
              out,
              i -> Math.min((long) Math.floor((float) ((i + half) * (float) step)), in - 1));
    }
    NDArray weights =
        call.manager().create(weights((int) in, (int) out, step), new Shape(in, out)).duplicate();
    int last = x.getShape().dimension() - 1;
    NDArray result = x.swapAxes(axis, last).matMul(weights.toType(x.getDataType(), false));
    return result.swapAxes(axis, last);
  }

  /** How far the sources of two neighbours stand apart; a factor that was given counts as it is. */
  private double step(int spatial, long in, long out) {
    if (corners) {
      return out > 1 ? (double) (in - 1) / (out - 1) : 0;
    } else if (call.has("scale_factor") && !call.flag("recompute_scale_factor", false)) {
      List<Operand> factors = call.items("scale_factor");
      return 1 / call.number(factors.get(factors.size() == 1 ? 0 : spatial));
    }
    return (double) in / out;
  }

  private float[] weights(int in, int out, double step) {
    float[] weights = new float[in * out];
    for (int i = 0; i < out; i++) {
      double source = corners ? i * step : (i + 0.5) * step - 0.5;
      if (mode.equals("bicubic")) {
        int from = (int) Math.floor(source);
        for (int k = -1; k <= 2; k++) {
          int at = Math.min(Math.max(from + k, 0), in - 1);
          weights[at * out + i] += (float) cubic(Math.abs(source - from - k));
        }
      } else {
        double bounded = Math.max(source, 0);
        int from = Math.min((int) bounded, in - 1);
        int to = Math.min(from + 1, in - 1);
        weights[from * out + i] += (float) (1 - (bounded - from));
        weights[to * out + i] += (float) (bounded - from);
      }
    }
    return weights;
  }

  private static double cubic(double x) {
    return x <= 1
        ? ((CUBIC + 2) * x - (CUBIC + 3)) * x * x + 1
        : ((CUBIC * x - 5 * CUBIC) * x + 8 * CUBIC) * x - 4 * CUBIC;
  }
}
