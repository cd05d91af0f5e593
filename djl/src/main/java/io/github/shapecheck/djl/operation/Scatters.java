package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;

/** Values written to, or taken from, places along an axis that a tensor names. */
final class Scatters {
  private Scatters() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, call -> overwritten(call, call.tensor("index"), source(call)), "scatter");
    Operation.put(
        table,
        call -> combined(call, call.tensor("index"), call.tensor("src"), "sum"),
        "scatter_add");
    Operation.put(
        table,
        call ->
            combined(call, call.tensor("index"), call.tensor("src"), call.text("reduce", "sum")),
        "scatter_reduce");
    Operation.put(
        table,
        call -> {
          NDArray source = call.tensor("source").mul(Constant.of((float) call.real("alpha", 1)));
          return combined(call, spread(call, source.getShape()), source, "sum");
        },
        "index_add");
    Operation.put(
        table,
        call -> {
          NDArray source = call.tensor("source");
          return overwritten(call, spread(call, source.getShape()), source);
        },
        "index_copy");
    Operation.put(
        table,
        call -> {
          long count = call.tensor("index").size();
          Shape region = Axis.with(call.input().getShape(), axis(call), count);
          NDArray index = spread(call, region);
          return overwritten(call, index, filled(call, call.real("value", 0), region));
        },
        "index_fill");
    Operation.put(
        table,
        call -> {
          NDArray source = call.tensor("src").expandDims(axis(call));
          return placed(call, source, call.integer("index", 0), 1);
        },
        "select_scatter");
    Operation.put(
        table,
        call -> placed(call, call.tensor("src"), call.integer("start", 0), call.integer("step", 1)),
        "slice_scatter");
    Operation.put(table, Scatters::masked, "masked_scatter");
    Operation.put(
        table,
        call ->
            Axis.pick(call.input().flatten(), 0, call.tensor("index").flatten())
                .reshape(call.shape()),
        "take");
    Operation.put(
        table,
        call ->
            call.has("dim")
                ? call.input()
                    .broadcast(along(call.input(), call))
                    .gather(call.tensor("indices").broadcast(call.shape()), axis(call))
                : call.input().flatten().gather(call.tensor("indices").flatten(), 0),
        "take_along_dim");
  }

  private static int axis(Invocation call) {
    return call.axis("dim", 0, call.rank());
  }

  /** The shape of what is taken from: that of the result but for the axis. */
  private static Shape along(NDArray x, Invocation call) {
    return Axis.with(call.shape(), axis(call), x.getShape().get(axis(call)));
  }

  private static NDArray filled(Invocation call, double value, Shape shape) {
    DataType type = call.input().getDataType();
    return call.manager().full(shape, (float) value).toType(type, false);
  }

  private static NDArray source(Invocation call) {
    String name = call.has("src") ? "src" : "value";
    return call.isTensor(name)
        ? call.tensor(name)
        : filled(call, call.real(name, 0), call.tensor("index").getShape());
  }

  /** A vector of positions for every value of a region. */
  private static NDArray spread(Invocation call, Shape region) {
    long[] sizes = new long[region.dimension()];
    Arrays.fill(sizes, 1);
    sizes[axis(call)] = call.tensor("index").size();
    return call.tensor("index").toType(DataType.INT64, false).reshape(sizes).broadcast(region);
  }

  private static NDArray cut(NDArray x, Shape shape) {
    NDArray result = x;
    for (int axis = 0; axis < shape.dimension(); axis++) {
      result = Axis.slice(result, axis, 0, shape.get(axis));
    }
    return result;
  }

  private static NDArray overwritten(Invocation call, NDArray index, NDArray source) {
    return call.input().scatter(index, cut(source, index.getShape()), axis(call));
  }

  /**
   * What goes to one place is combined with what is there: for each place along the axis, the
   * values whose index names it.
   */
  private static NDArray combined(
      Invocation call, NDArray index, NDArray source, String reduction) {
    NDArray x = call.input();
    int axis = axis(call);
    int rank = x.getShape().dimension();
    long size = x.getShape().get(axis);
    long[] along = new long[rank + 1];
    Arrays.fill(along, 1);
    along[axis] = size;
    NDArray places = call.manager().arange((int) size).toType(DataType.INT64, false);
    NDArray wanted = index.toType(DataType.INT64, false).expandDims(axis);
    Shape all = spread(wanted.getShape(), axis, size);
    NDArray mask = wanted.broadcast(all).eq(places.reshape(along).broadcast(all));
    NDArray values = cut(source, index.getShape()).expandDims(axis).broadcast(all);
    double neutral =
        switch (reduction) {
          case "amax" -> Double.NEGATIVE_INFINITY;
          case "amin" -> Double.POSITIVE_INFINITY;
          case "prod" -> 1;
          default -> 0;
        };
    NDArray chosen = NDArrays.where(mask, values, values.zerosLike().add((float) neutral));
    int[] axes = {axis + 1};
    NDArray made =
        switch (reduction) {
          case "amax" -> chosen.max(axes);
          case "amin" -> chosen.min(axes);
          case "prod" -> chosen.prod(axes);
          default -> chosen.sum(axes);
        };
    NDArray counts = mask.toType(x.getDataType(), false).sum(axes);
    return settled(call, widened(made, x, neutral), widened(counts, x, 0), reduction);
  }

  /** The source at every {@code step}-th position. */
  private static NDArray placed(Invocation call, NDArray source, long start, long step) {
    long size = call.input().getShape().get(axis(call));
    long[] along = new long[call.rank()];
    Arrays.fill(along, 1);
    long[] places = new long[(int) source.getShape().get(axis(call))];
    Arrays.setAll(places, i -> Math.floorMod(start, size) + i * step);
    along[axis(call)] = places.length;
    NDArray index =
        call.manager().create(places).duplicate().reshape(along).broadcast(source.getShape());
    return overwritten(call, index, source);
  }

  private static Shape spread(Shape shape, int axis, long size) {
    return Axis.with(shape, axis, size);
  }

  /** Places that no index can reach stay as they are. */
  private static NDArray widened(NDArray made, NDArray x, double value) {
    int rank = x.getShape().dimension();
    long[] around = new long[2 * rank];
    for (int axis = 0; axis < rank; axis++) {
      around[2 * (rank - 1 - axis) + 1] = x.getShape().get(axis) - made.getShape().get(axis);
    }
    return Pads.pad(made, around, "constant", value);
  }

  private static NDArray settled(Invocation call, NDArray made, NDArray counts, String reduction) {
    NDArray x = call.input();
    boolean keeps = call.flag("include_self", true);
    NDArray joined =
        switch (reduction) {
          case "amax" -> x.maximum(made);
          case "amin" -> x.minimum(made);
          case "prod" -> x.mul(made);
          case "mean" -> x.add(made).div(counts.add(1));
          default -> x.add(made);
        };
    NDArray alone = reduction.equals("mean") ? made.div(counts.maximum(Constant.of(1))) : made;
    return keeps ? joined : NDArrays.where(counts.gt(0), alone, x);
  }

  /** Values of the source in their order where a mask is true. */
  private static NDArray masked(Invocation call) {
    NDArray x = call.input().broadcast(call.shape());
    NDArray mask = call.tensor("mask").broadcast(call.shape());
    NDArray places = mask.flatten().toType(DataType.INT64, false).cumSum(0).sub(1).maximum(0);
    NDArray taken = Axis.pick(call.tensor("source").flatten(), 0, places).reshape(call.shape());
    return NDArrays.where(mask, taken, x);
  }
}
