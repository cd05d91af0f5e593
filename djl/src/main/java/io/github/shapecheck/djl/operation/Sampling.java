package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

/** Values of maps at places that a grid names, each from -1 to 1. */
final class Sampling {
  private Sampling() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, Sampling::grid, "affine_grid");
    Operation.put(table, Sampling::sampled, "grid_sample");
  }

  private static NDArray positions(Invocation call, long size) {
    float[] values = new float[(int) size];
    boolean corners = call.flag("align_corners", false);
    for (int i = 0; i < size; i++) {
      values[i] = corners ? (size == 1 ? 0 : 2f * i / (size - 1) - 1) : (2f * i + 1) / size - 1;
    }
    return call.manager().create(values).duplicate();
  }

  /** Each place of the image, last axis first and 1 behind, times the matrix of its sample. */
  private static NDArray grid(Invocation call) {
    NDArray theta = call.tensor("theta");
    Shape shape = call.shape(); // [N, H, W, 2] or [N, D, H, W, 3]
    int axes = shape.dimension() - 2;
    long[] sizes = shape.slice(1, 1 + axes).getShape();
    NDList parts = new NDList();
    for (int i = axes - 1; i >= 0; i--) {
      long[] along = new long[axes];
      java.util.Arrays.fill(along, 1);
      along[i] = sizes[i];
      NDArray positions = positions(call, sizes[i]).toType(theta.getDataType(), false);
      parts.add(positions.reshape(along).broadcast(new Shape(sizes)).flatten());
    }
    parts.add(parts.get(0).onesLike());
    NDArray places = NDArrays.stack(parts, 1); // [places, axes + 1]
    return places.matMul(theta.swapAxes(1, 2)).reshape(shape);
  }

  private static NDArray sampled(Invocation call) {
    NDArray x = call.input(); // [N, C, H, W]
    NDArray grid = call.tensor("grid"); // [N, h, w, 2]
    long height = x.getShape().get(2);
    long width = x.getShape().get(3);
    NDArray column = place(call, Axis.select(grid, 3, 0), width);
    NDArray row = place(call, Axis.select(grid, 3, 1), height);
    if (call.text("mode", "bilinear").equals("nearest")) {
      return read(call, x, row.round(), column.round());
    }
    NDArray top = row.floor();
    NDArray left = column.floor();
    NDArray down = row.sub(top).expandDims(1);
    NDArray right = column.sub(left).expandDims(1);
    NDArray up = down.neg().add(1);
    NDArray back = right.neg().add(1);
    return read(call, x, top, left)
        .mul(up)
        .mul(back)
        .add(read(call, x, top, left.add(1)).mul(up).mul(right))
        .add(read(call, x, top.add(1), left).mul(down).mul(back))
        .add(read(call, x, top.add(1), left.add(1)).mul(down).mul(right));
  }

  /** From -1..1 to positions. */
  private static NDArray place(Invocation call, NDArray at, long size) {
    NDArray place =
        call.flag("align_corners", false)
            ? at.add(1).mul(Constant.of((size - 1) / 2f))
            : at.add(1).mul(Constant.of(size / 2f)).sub(0.5f);
    return call.text("padding_mode", "zeros").equals("border") ? place.clip(0, size - 1) : place;
  }

  /** The values at whole positions, 0 outside. */
  private static NDArray read(Invocation call, NDArray x, NDArray row, NDArray column) {
    long height = x.getShape().get(2);
    long width = x.getShape().get(3);
    NDArray inside =
        row.gte(0)
            .logicalAnd(row.lt(height))
            .logicalAnd(column.gte(0))
            .logicalAnd(column.lt(width));
    NDArray index = row.clip(0, height - 1).mul(Constant.of(width)).add(column.clip(0, width - 1));
    Shape shape = call.shape(); // [N, C, h, w]
    long places = shape.get(2) * shape.get(3);
    NDArray picks =
        index
            .toType(DataType.INT64, false)
            .reshape(shape.get(0), 1, places)
            .broadcast(new Shape(shape.get(0), shape.get(1), places));
    NDArray values = x.reshape(shape.get(0), shape.get(1), -1).gather(picks, 2).reshape(shape);
    return values.mul(inside.toType(x.getDataType(), false).expandDims(1));
  }
}
