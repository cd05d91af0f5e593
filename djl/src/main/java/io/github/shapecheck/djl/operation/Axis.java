package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.function.LongUnaryOperator;

/** Parts of a tensor along one axis. */
final class Axis {
  private Axis() {}

  /** The positions from {@code from} up to {@code to}. */
  static NDArray slice(NDArray x, int axis, long from, long to) {
    return slice(x, axis, from, to, 1);
  }

  static NDArray slice(NDArray x, int axis, long from, long to, long step) {
    if (from == 0 && to == x.getShape().get(axis) && step == 1) {
      return x;
    }
    NDIndex index = new NDIndex();
    if (axis > 0) {
      index.addAllDim(axis);
    }
    return x.get(index.addSliceDim(from, to, step).addEllipseDim());
  }

  /** The position {@code at}, its axis gone. */
  static NDArray select(NDArray x, int axis, long at) {
    long size = x.getShape().get(axis);
    long position = at < 0 ? at + size : at;
    return slice(x, axis, position, position + 1).squeeze(axis);
  }

  /** {@code count} positions, the i-th of which is the input's {@code from.applyAsLong(i)}. */
  static NDArray pick(NDArray x, int axis, long count, LongUnaryOperator from) {
    long[] positions = new long[(int) count];
    for (int i = 0; i < count; i++) {
      positions[i] = from.applyAsLong(i);
    }
    return pick(x, axis, x.getManager().create(positions).duplicate());
  }

  /** The positions that a vector names. */
  static NDArray pick(NDArray x, int axis, NDArray positions) {
    NDIndex index = new NDIndex();
    if (axis > 0) {
      index.addAllDim(axis);
    }
    return x.get(index.addIndices("{}", positions).addEllipseDim());
  }

  /** Every value moved on by some positions, those at the end to the front. */
  static NDArray rolled(NDArray x, int axis, long shift) {
    long size = x.getShape().get(axis);
    long cut = Math.floorMod(-shift, size);
    return cut == 0
        ? x
        : concat(new NDList(slice(x, axis, cut, size), slice(x, axis, 0, cut)), axis);
  }

  static NDArray concat(NDList parts, int axis) {
    return parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, axis);
  }

  /** The shape with another size. */
  static Shape with(Shape shape, int axis, long size) {
    long[] sizes = shape.getShape().clone();
    sizes[axis] = size;
    return new Shape(sizes);
  }
}
