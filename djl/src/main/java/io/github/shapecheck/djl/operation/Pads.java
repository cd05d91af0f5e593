package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Map;

/** Borders around maps: constant, reflected, repeated, circular; negative ones crop. */
final class Pads {
  private Pads() {}

  static void fill(Map<String, Operation> table) {
    for (int axes = 1; axes <= 3; axes++) {
      int n = axes;
      layer(table, "ZeroPad" + n + "d", n, "constant");
      layer(table, "ConstantPad" + n + "d", n, "constant");
      layer(table, "ReflectionPad" + n + "d", n, "reflect");
      layer(table, "ReplicationPad" + n + "d", n, "replicate");
      layer(table, "CircularPad" + n + "d", n, "circular");
    }
    Operation.put(
        table,
        call ->
            pad(
                call.input(),
                call.integers("pad"),
                call.text("mode", "constant"),
                call.real("value", 0)),
        "pad");
  }

  private static void layer(Map<String, Operation> table, String name, int axes, String mode) {
    Operation.put(
        table,
        call ->
            pad(call.input(), call.perAxis("padding", 2 * axes, 0), mode, call.real("value", 0)),
        name);
  }

  /** Pads two numbers an axis, the last axis first. */
  static NDArray pad(NDArray x, long[] around, String mode, double value) {
    NDArray result = x;
    for (int i = 0; i < around.length / 2; i++) {
      int axis = x.getShape().dimension() - 1 - i;
      long before = around[2 * i];
      long after = around[2 * i + 1];
      long size = result.getShape().get(axis);
      result = Axis.slice(result, axis, Math.max(0, -before), size - Math.max(0, -after));
      if (before > 0 || after > 0) {
        result = grown(result, axis, Math.max(0, before), Math.max(0, after), mode, value);
      }
    }
    return result;
  }

  private static NDArray grown(
      NDArray x, int axis, long before, long after, String mode, double value) {
    long size = x.getShape().get(axis);
    if (!mode.equals("constant")) {
      return Axis.pick(x, axis, before + size + after, i -> source(i - before, size, mode));
    }
    NDList parts = new NDList();
    if (before > 0) {
      parts.add(border(x, axis, before, value));
    }
    parts.add(x);
    if (after > 0) {
      parts.add(border(x, axis, after, value));
    }
    return Axis.concat(parts, axis);
  }

  private static NDArray border(NDArray x, int axis, long size, double value) {
    return x.getManager()
        .full(Axis.with(x.getShape(), axis, size), (float) value)
        .toType(x.getDataType(), false);
  }

  private static long source(long at, long size, String mode) {
    return switch (mode) {
      case "circular" -> Math.floorMod(at, size);
      case "replicate" -> Math.min(Math.max(at, 0), size - 1);
      default -> at < 0 ? -at : at >= size ? 2 * (size - 1) - at : at;
    };
  }
}
