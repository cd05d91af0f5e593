package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** Pools that tell where their maxima stand, and what puts them back there. */
final class IndexedPools {
  private IndexedPools() {}

  static void fill(Map<String, Operation> table) {
    for (int axes = 1; axes <= 3; axes++) {
      int n = axes;
      table.put("max_pool" + n + "d_with_indices", call -> pooled(call, n));
      table.put("adaptive_max_pool" + n + "d_with_indices", call -> adaptive(call, n));
      Operation.put(
          table, call -> restored(call, n), "MaxUnpool" + n + "d", "max_unpool" + n + "d");
    }
  }

  /**
   * The cells of all windows along an axis, those of a window side by side.
   *
   * @param count how many windows there are
   * @param width how many cells a window has
   * @param before how many cells of padding stand in front of the map
   * @param place the cell of the map that each is, one below 0 or behind the map is padding
   */
  private record Windows(long count, long width, long before, LongUnaryOperator place) {
    long reach() {
      return LongStream.range(0, count * width).map(place).max().orElse(0) + 1;
    }
  }

  /** The largest of each window, and its place in the map, counted row by row. */
  static NDList pooled(Invocation call, int axes) {
    long[] kernel = call.perAxis("kernel_size", axes, 1);
    Shape stride = Pools.stride(call, axes);
    long[] padding = call.perAxis("padding", axes, 0);
    long[] dilation = call.perAxis("dilation", axes, 1);
    int front = call.shape(0).dimension() - axes;
    Windows[] windows = new Windows[axes];
    for (int i = 0; i < axes; i++) {
      long width = kernel[i];
      long step = stride.get(i);
      long apart = dilation[i];
      long before = padding[i];
      windows[i] =
          new Windows(
              call.shape(0).get(front + i),
              width,
              before,
              j -> j / width * step + j % width * apart - before);
    }
    return pooled(call, windows);
  }

  /**
   * As {@link #pooled}, over even parts; the last cell of a short one stands for those it lacks.
   */
  static NDList adaptive(Invocation call, int axes) {
    int front = call.shape(0).dimension() - axes;
    Windows[] windows = new Windows[axes];
    for (int i = 0; i < axes; i++) {
      long size = call.input().getShape().get(front + i);
      long count = call.shape(0).get(front + i);
      LongUnaryOperator begin = cell -> cell * size / count;
      LongUnaryOperator end = cell -> -Math.floorDiv(-(cell + 1) * size, count);
      long width =
          LongStream.range(0, count)
              .map(cell -> end.applyAsLong(cell) - begin.applyAsLong(cell))
              .max()
              .orElse(0);
      windows[i] =
          new Windows(
              count,
              width,
              0,
              j ->
                  Math.min(
                      begin.applyAsLong(j / width) + j % width, end.applyAsLong(j / width) - 1));
    }
    return pooled(call, windows);
  }

  private static NDList pooled(Invocation call, Windows[] along) {
    int axes = along.length;
    Batched batched = Batched.of(call.input(), axes);
    NDArray x = batched.x();
    NDArray windows = x;
    long[] places = {0};
    for (int i = 0; i < axes; i++) {
      Windows all = along[i];
      long size = x.getShape().get(2 + i);
      long[] around = new long[2 * (axes - i)];
      around[2 * (axes - 1 - i)] = all.before();
      around[2 * (axes - 1 - i) + 1] = Math.max(0, all.reach() - size);
      NDArray padded = Pads.pad(windows, around, "constant", Double.NEGATIVE_INFINITY);
      long cells = all.count() * all.width();
      windows = Axis.pick(padded, 2 + i, cells, j -> all.place().applyAsLong(j) + all.before());
      places = grown(places, cells, all.place(), size);
    }
    long[] split = new long[2 + 2 * axes];
    int[] order = new int[2 + 2 * axes];
    split[0] = x.getShape().get(0);
    split[1] = x.getShape().get(1);
    order[1] = 1;
    long all = 1;
    for (int i = 0; i < axes; i++) {
      split[2 + 2 * i] = along[i].count();
      split[3 + 2 * i] = along[i].width();
      order[2 + i] = 2 + 2 * i;
      order[2 + axes + i] = 3 + 2 * i;
      all *= along[i].width();
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
  private static long[] grown(long[] places, long count, LongUnaryOperator at, long size) {
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
