package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;

/** Pools of fixed and of adaptive windows. */
final class Pools {
  private Pools() {}

  static void fill(Map<String, Operation> table) {
    for (int axes = 1; axes <= 3; axes++) {
      int n = axes;
      for (String name : new String[] {"MaxPool" + n + "d", "max_pool" + n + "d"}) {
        table.put(
            name,
            call ->
                call.flag("return_indices", false)
                    ? IndexedPools.pooled(call, n)
                    : new NDList(max(call, n)));
      }
      for (String name :
          new String[] {"AdaptiveMaxPool" + n + "d", "adaptive_max_pool" + n + "d"}) {
        table.put(
            name,
            call ->
                call.flag("return_indices", false)
                    ? IndexedPools.adaptive(call, n)
                    : new NDList(adaptive(call, n, true)));
      }
      Operation.put(table, call -> average(call, n), "AvgPool" + n + "d", "avg_pool" + n + "d");
      Operation.put(table, call -> power(call, n), "LPPool" + n + "d", "lp_pool" + n + "d");
      Operation.put(
          table,
          call -> adaptive(call, n, false),
          "AdaptiveAvgPool" + n + "d",
          "adaptive_avg_pool" + n + "d");
    }
  }

  static Shape stride(Invocation call, int axes) {
    String name = call.integers("stride").length == 0 ? "kernel_size" : "stride";
    return new Shape(call.perAxis(name, axes, 1));
  }

  private static NDArray max(Invocation call, int axes) {
    Batched batched = Batched.of(call.input(), axes);
    NDArray x = batched.x();
    long[] dilation = call.perAxis("dilation", axes, 1);
    if (Arrays.stream(dilation).anyMatch(d -> d > 1)) {
      return batched.restored(dilatedMax(call, x, dilation));
    }
    return batched.restored(
        x.getNDArrayInternal()
            .maxPool(
                new Shape(call.perAxis("kernel_size", axes, 1)),
                stride(call, axes),
                new Shape(call.perAxis("padding", axes, 0)),
                call.flag("ceil_mode", false)));
  }

  /** The largest of the window's positions, one axis after the other. */
  private static NDArray dilatedMax(Invocation call, NDArray input, long[] dilation) {
    int axes = dilation.length;
    long[] kernel = call.perAxis("kernel_size", axes, 1);
    long[] padding = call.perAxis("padding", axes, 0);
    Shape stride = stride(call, axes);
    NDArray x = input;
    for (int i = 0; i < axes; i++) {
      int axis = 2 + i;
      long out = call.shape().get(call.shape().dimension() - axes + i);
      long reach = (out - 1) * stride.get(i) + dilation[i] * (kernel[i] - 1) + 1;
      long after = Math.max(0, reach - padding[i] - x.getShape().get(axis));
      long[] around = new long[2 * (axes - i)];
      around[2 * (axes - 1 - i)] = padding[i];
      around[2 * (axes - 1 - i) + 1] = after;
      NDArray padded = Pads.pad(x, around, "constant", Double.NEGATIVE_INFINITY);
      NDArray best = null;
      for (long k = 0; k < kernel[i]; k++) {
        long from = k * dilation[i];
        long to = from + (out - 1) * stride.get(i) + 1;
        NDArray part = Axis.slice(padded, axis, from, to, stride.get(i));
        best = best == null ? part : NDArrays.where(part.gt(best), part, best);
      }
      x = best == null ? x : best;
    }
    return x;
  }

  private static NDArray average(Invocation call, int axes) {
    if (call.has("divisor_override")) {
      throw call.failure("has a divisor_override, which DJL's pools do not know");
    }
    Batched batched = Batched.of(call.input(), axes);
    NDArray x = batched.x();
    NDArray mean = windowMeans(call, x, axes);
    boolean padded = Arrays.stream(call.integers("padding")).anyMatch(p -> p > 0);
    if (padded && !call.flag("count_include_pad", true)) {
      // the engine counts the padding always: the mean of ones is the share that is none
      Shape one = Axis.with(Axis.with(x.getShape(), 0, 1), 1, 1);
      mean = mean.div(windowMeans(call, x.getManager().ones(one, x.getDataType()), axes));
    }
    return batched.restored(mean);
  }

  private static NDArray windowMeans(Invocation call, NDArray x, int axes) {
    return x.getNDArrayInternal()
        .avgPool(
            new Shape(call.perAxis("kernel_size", axes, 1)),
            stride(call, axes),
            new Shape(call.perAxis("padding", axes, 0)),
            call.flag("ceil_mode", false),
            true);
  }

  /** As torch.nn.functional has it: the mean of powers, times the window's size, its root. */
  private static NDArray power(Invocation call, int axes) {
    double norm = call.real("norm_type", 2);
    Batched batched = Batched.of(call.input(), axes);
    long[] kernel = call.perAxis("kernel_size", axes, 1);
    NDArray mean =
        batched
            .x()
            .pow(Constant.of(norm))
            .getNDArrayInternal()
            .avgPool(
                new Shape(kernel),
                stride(call, axes),
                new Shape(new long[axes]),
                call.flag("ceil_mode", false),
                true);
    NDArray sum =
        mean.sign()
            .mul(mean.abs())
            .maximum(Constant.of(0))
            .mul(Constant.of(Arrays.stream(kernel).reduce(1, (a, b) -> a * b)));
    return batched.restored(sum.pow(Constant.of(1 / norm)));
  }

  /** Cell i of n takes the positions from floor(i * size / n) up to ceil((i + 1) * size / n). */
  static NDArray adaptive(Invocation call, int axes, boolean max) {
    NDArray x = call.input();
    for (int i = 0; i < axes; i++) {
      int axis = x.getShape().dimension() - axes + i;
      long out = call.shape().get(axis);
      long size = x.getShape().get(axis);
      if (out == size) {
        continue;
      }
      NDList cells = new NDList();
      for (long cell = 0; cell < out; cell++) {
        NDArray part =
            Axis.slice(x, axis, cell * size / out, -Math.floorDiv(-(cell + 1) * size, out));
        cells.add(max ? part.max(new int[] {axis}, true) : part.mean(new int[] {axis}, true));
      }
      x = Axis.concat(cells, axis);
    }
    return x;
  }
}
