package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.Arrays;
import java.util.Map;

/** Fourier transforms along one axis or several, and complex numbers. */
final class Spectra {
  private Spectra() {}

  static void fill(Map<String, Operation> table) {
    for (String kind : new String[] {"fft", "ifft", "rfft", "irfft"}) {
      for (String axes : new String[] {"", "2", "n"}) {
        Operation.put(table, call -> transformed(call, kind), kind + axes);
      }
    }
    for (String axes : new String[] {"", "2", "n"}) {
      Operation.put(table, Spectra::hermitian, "hfft" + axes, "ihfft" + axes);
    }
    Operation.put(table, call -> shifted(call, 1), "fftshift");
    Operation.put(table, call -> shifted(call, -1), "ifftshift");
    Operation.put(table, Spectra::frequencies, "fftfreq", "rfftfreq");
    Operation.put(table, call -> call.input().real(), "view_as_real");
    Operation.put(table, call -> call.input().complex(), "view_as_complex");
    Operation.put(table, call -> part(call.input(), 0), "real");
    Operation.put(table, call -> part(call.input(), 1), "imag");
    Operation.put(
        table,
        call -> Types.isComplex(call.input().getDataType()) ? call.input().conj() : call.input(),
        "conj",
        "conj_physical");
    Operation.put(
        table, call -> complex(call, call.tensor("real"), call.tensor("imag")), "complex");
    Operation.put(
        table,
        call -> {
          NDArray length = call.tensor("abs");
          NDArray angle = call.tensor("angle");
          return complex(call, length.mul(angle.cos()), length.mul(angle.sin()));
        },
        "polar");
    Operation.put(table, call -> widened(call.input(), call.rank()), "cfloat");
  }

  /** The transform of one point is that point, as a complex number. */
  private static NDArray widened(NDArray x, int axis) {
    return Types.isComplex(x.getDataType()) ? x : x.expandDims(axis).fft(1, axis).squeeze(axis);
  }

  static NDArray part(NDArray x, int which) {
    if (!Types.isComplex(x.getDataType())) {
      return which == 0 ? x : x.zerosLike();
    }
    NDArray parts = x.real();
    return Axis.select(parts, parts.getShape().dimension() - 1, which);
  }

  private static NDArray complex(Invocation call, NDArray real, NDArray imaginary) {
    NDList parts = new NDList(real.broadcast(call.shape()), imaginary.broadcast(call.shape()));
    return NDArrays.stack(parts, call.shape().dimension()).complex();
  }

  /** Real transforms take the last axis first, their inverses last. */
  private static NDArray transformed(Invocation call, String kind) {
    NDArray x = call.input();
    int[] axes = axes(call);
    long[] given = call.integers(call.has("n") ? "n" : "s");
    boolean inverse = kind.startsWith("i");
    double scale = 1;
    for (int i = axes.length - 1; i >= 0; i--) {
      int at = inverse ? axes.length - 1 - i : i;
      boolean last = at == axes.length - 1;
      long size = x.getShape().get(axes[at]);
      String along = last ? kind : kind.replace("r", "");
      long length = given.length > 0 ? given[at] : along.equals("irfft") ? 2 * (size - 1) : size;
      x = along(x, along, length, axes[at]);
      scale *= scale(call, length, inverse);
    }
    return scale == 1 ? x : x.mul(Constant.of((float) scale));
  }

  private static int[] axes(Invocation call) {
    String op = call.step().op();
    int rank = call.rank();
    if (op.endsWith("fft")) {
      return new int[] {call.axis("dim", -1, rank)};
    } else if (call.has("dim")) {
      return call.axes("dim", rank);
    }
    int count = op.endsWith("2") ? 2 : call.has("s") ? call.integers("s").length : rank;
    int[] axes = new int[count];
    Arrays.setAll(axes, i -> rank - count + i);
    return axes;
  }

  private static NDArray along(NDArray x, String kind, long length, int axis) {
    return switch (kind) {
      case "fft" -> x.fft(length, axis);
      case "ifft" -> x.ifft(length, axis);
      case "rfft" -> x.rfft(length, axis);
      default -> x.irfft(length, axis);
    };
  }

  /** The engine divides inverse transforms by their length. */
  private static double scale(Invocation call, long length, boolean inverse) {
    double one = inverse ? length : 1.0 / length;
    return switch (call.text("norm", "backward")) {
      case "ortho" -> Math.sqrt(one);
      case "forward" -> one;
      default -> 1;
    };
  }

  /** The spectrum of what is its own mirror image is real, and the other way round. */
  private static NDArray hermitian(Invocation call) {
    boolean inverse = call.step().op().startsWith("i");
    int[] axes = axes(call);
    long[] given = call.integers(call.has("n") ? "n" : "s");
    NDArray x = call.input();
    for (int i = axes.length - 1; i >= 0; i--) {
      int at = inverse ? i : axes.length - 1 - i;
      boolean last = at == axes.length - 1;
      long size = x.getShape().get(axes[at]);
      long length = given.length > 0 ? given[at] : last && !inverse ? 2 * (size - 1) : size;
      double scale = scale(call, length, inverse);
      if (last) {
        x = inverse ? x.rfft(length, axes[at]) : Types.isComplex(x.getDataType()) ? x.conj() : x;
        x = inverse ? x.conj() : x.irfft(length, axes[at]);
        scale = inverse ? scale / length : scale * length;
      } else {
        x = inverse ? x.ifft(length, axes[at]) : x.fft(length, axes[at]);
      }
      x = x.mul(Constant.of((float) scale));
    }
    return x;
  }

  private static NDArray shifted(Invocation call, int sign) {
    NDArray x = call.input();
    for (int axis : call.axes("dim", call.rank())) {
      x = Axis.rolled(x, axis, sign * (x.getShape().get(axis) / 2));
    }
    return x;
  }

  private static NDArray frequencies(Invocation call) {
    long n = call.integer("n", 1);
    double step = 1 / (n * call.real("d", 1));
    boolean half = call.step().op().equals("rfftfreq");
    float[] values = new float[(int) call.shape().get(0)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (step * (half || i < (n + 1) / 2 ? i : i - n));
    }
    return call.manager().create(values).duplicate();
  }
}
