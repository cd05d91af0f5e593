package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/** Pools that tell where their maxima stand, and what puts them back there. */
final class IndexedPools {
  private IndexedPools() {}

  static void fill(Map<String, Operation> table) {
    for (int axes = 1; axes <= 3; axes++) {
      int n = axes;
      table.put("max_pool" + n + "d_with_indices", call -> pooled(call, n));
      Operation.put(
          table, call -> restored(call, n), "MaxUnpool" + n + "d", "max_unpool" + n + "d");
    }
  }

  /** The largest of each window, and its place in the map, counted row by row. */
  static NDList pooled(Invocation call, int axes) {
    Batched batched = Batched.of(call.input(), axes);
    NDArray x = batched.x();
    long[] kernel = call.perAxis("kernel_size", axes, 1);
    Shape stride = Pools.stride(call, axes);
    long[] padding = call.perAxis("padding", axes, 0);
    long[] dilation = call.perAxis("dilation", axes, 1);
    int rank = call.shape().dimension();
    NDArray windows = x;
    long[] places = {0};
    long[] counts = new long[axes];
    for (int i = 0; i < axes; i++) {
      long out = call.shape().get(rank - axes + i);
      long size = x.getShape().get(2 + i);
      long step = stride.get(i);
      long before = padding[i];
      long apart = dilation[i];
      long reach = (out - 1) * step + apart * (kernel[i] - 1) + 1;
      long[] around = new long[2 * (axes - i)];
      around[2 * (axes - 1 - i)] = before;
      around[2 * (axes - 1 - i) + 1] = Math.max(0, reach - before - size);
      long width = kernel[i];
      NDArray padded = Pads.pad(windows, around, "constant", Double.NEGATIVE_INFINITY);
      windows = Axis.pick(padded, 2 + i, out * width, j -> j / width * step + j % width * apart);
      places = grown(places, out * width, j -> j / width * step + j % width * apart - before, size);
      counts[i] = out;
    }
    long[] split = new long[2 + 2 * axes];
    int[] order = new int[2 + 2 * axes];
    split[0] = x.getShape().get(0);
    split[1] = x.getShape().get(1);
    order[1] = 1;
    long all = 1;
    for (int i = 0; i < axes; i++) {
      split[2 + 2 * i] = counts[i];
      split[3 + 2 * i] = kernel[i];
      order[2 + i] = 2 + 2 * i;
      order[2 + axes + i] = 3 + 2 * i;
      all *= kernel[i];
    }
    NDArray cells = windows.reshape(split).transpose(order).reshape(split[0], split[1], -1, all);
    long[] one = split.clone();
    one[0] = 1;
    one[1] = 1;
    NDArray table = x.getManager().create(places).duplicate().reshape(one).transpose(order);
    NDArray best = cells.argMax(3).expandDims(3);
    NDArray spread = table.reshape(1, 1, -1, all).broadcast(cells.getShape());
    return new NDList(
        cells.max(new int[] {3}).reshape(call.shape(0)),
        spread.gather(best, 3).reshape(call.shape(1)));
  }

  /** Places of one more axis, row by row. */
  private static long[] grown(
      long[] places, long count, java.util.function.LongUnaryOperator at, long size) {
    long[] all = new long[Math.toIntExact(places.length * count)];
    for (int i = 0; i < all.length; i++) {
      all[i] = places[(int) (i / count)] * size + at.applyAsLong(i % count);
    }
    return all;
  }

  private static NDArray restored(Invocation call, int axes) {
    NDArray x = call.input();
    Shape shape = call.shape();
    int front = shape.dimension() - axes;
    long maps = 1;
    for (int i = 0; i < front; i++) {
      maps *= shape.get(i);
    }
    NDArray places = call.tensor("indices").reshape(maps, -1);
    NDArray empty = x.getManager().zeros(new Shape(maps, shape.size() / maps), x.getDataType());
    return empty.scatter(places, x.reshape(maps, -1), 1).reshape(shape);
  }
}
