package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.Map;

/** Sums, means, extremes and the like over axes. */
final class Reductions {
  private Reductions() {}

  /** What becomes of the values of some axes, which stay with size 1. */
  private interface Reduction {
    NDArray apply(NDArray x, int[] axes);
  }

  static void fill(Map<String, Operation> table) {
    put(table, (x, axes) -> x.sum(axes, true), "sum");
    put(table, Reductions::mean, "mean");
    put(table, (x, axes) -> each(x, axes, (y, axis) -> y.max(axis, true)), "amax");
    put(table, (x, axes) -> each(x, axes, (y, axis) -> y.min(axis, true)), "amin");
    put(table, (x, axes) -> each(x, axes, (y, axis) -> y.prod(axis, true)), "prod");
    put(table, Reductions::logSum, "logsumexp");
    put(table, (x, axes) -> counts(x).sum(axes, true).gt(0), "any");
    put(table, (x, axes) -> counts(x).neg().add(1).sum(axes, true).eq(0), "all");
    Operation.put(table, call -> variance(call), "var");
    Operation.put(table, call -> variance(call).sqrt(), "std");
    Operation.put(table, Reductions::norm, "norm", "vector_norm");
    table.put("max", call -> extreme(call, true));
    table.put("min", call -> extreme(call, false));
    Operation.put(table, call -> position(call, call.input()), "argmax");
    Operation.put(table, call -> position(call, call.input().neg()), "argmin");
    Operation.put(table, call -> call.input().cumSum(call.axis("dim", 0, rank(call))), "cumsum");
    Operation.put(table, call -> call.input().cumProd(call.axis("dim", 0, rank(call))), "cumprod");
    table.put("topk", Reductions::largest);
    table.put("sort", call -> sorted(call));
    Operation.put(table, call -> sorted(call).get(1), "argsort");
  }

  private static int rank(Invocation call) {
    return call.input().getShape().dimension();
  }

  private static void put(Map<String, Operation> table, Reduction reduction, String name) {
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray typed =
              x.getDataType() == call.dtype() || name.equals("any") || name.equals("all")
                  ? x
                  : Types.cast(x, call.dtype());
          NDArray result = reduction.apply(typed, call.axes("dim", rank(call)));
          return result.reshape(call.shape());
        },
        name);
  }

  /** 1 for True, else 0. */
  private static NDArray counts(NDArray x) {
    return Elementwise.truth(x).toType(DataType.INT64, false);
  }

  /** The engine reduces one axis at a time. */
  private static NDArray each(NDArray x, int[] axes, Reduction reduction) {
    NDArray result = x;
    for (int axis : axes) {
      result = reduction.apply(result, new int[] {axis});
    }
    return result;
  }

  static NDArray mean(NDArray x, int[] axes) {
    long count = 1;
    for (int axis : axes) {
      count *= x.getShape().get(axis);
    }
    return x.sum(axes, true).div(Constant.of((float) count));
  }

  private static NDArray logSum(NDArray x, int[] axes) {
    NDArray most = each(x, axes, (y, axis) -> y.max(axis, true));
    return x.sub(most).exp().sum(axes, true).log().add(most);
  }

  static NDArray variance(Invocation call) {
    NDArray x = call.input();
    int[] axes = call.axes("dim", rank(call));
    long count = 1;
    for (int axis : axes) {
      count *= x.getShape().get(axis);
    }
    long correction = call.integer("correction", call.flag("unbiased", true) ? 1 : 0);
    NDArray squares = x.sub(mean(x, axes)).square().sum(axes, true);
    return squares.div(Constant.of((float) (count - correction))).reshape(call.shape());
  }

  private static NDArray norm(Invocation call) {
    if (call.text("p", "fro").equals("nuc")) {
      throw call.failure("is a nuclear norm");
    }
    double p =
        call.has("p") && call.text("p", "").isEmpty() ? call.real("p", 2) : call.real("ord", 2);
    int[] axes = call.axes("dim", rank(call));
    NDArray x = call.input();
    NDArray result =
        p == 2
            ? x.square().sum(axes, true).sqrt()
            : Double.isInfinite(p)
                ? each(x.abs(), axes, (y, axis) -> y.max(axis, true))
                : x.abs().pow(Constant.of(p)).sum(axes, true).pow(Constant.of(1 / p));
    return result.reshape(call.shape());
  }

  /** The extreme with its position, over all values, or of two tensors. */
  private static NDList extreme(Invocation call, boolean max) {
    NDArray x = call.input();
    if (call.has("other") || call.isTensor("dim")) { // by its name, or by its place
      NDArray other = call.tensor(call.has("other") ? "other" : "dim");
      return new NDList(max ? x.maximum(other) : x.minimum(other));
    } else if (!call.has("dim")) {
      return new NDList(max ? x.max() : x.min());
    }
    int axis = call.axis("dim", 0, rank(call));
    int[] axes = {axis};
    NDArray values = max ? x.max(axes, true) : x.min(axes, true);
    NDArray positions = max ? x.argMax(axis) : x.argMin(axis);
    return new NDList(values.reshape(call.shape(0)), positions.reshape(call.shape(1)));
  }

  private static NDArray position(Invocation call, NDArray x) {
    NDArray found = call.has("dim") ? x.argMax(call.axis("dim", 0, rank(call))) : x.argMax();
    return found.reshape(call.shape());
  }

  private static NDList largest(Invocation call) {
    NDArray x = call.input();
    int axis = call.axis("dim", -1, rank(call));
    int k = (int) call.integer("k", 1);
    return x.topK(k, axis, call.flag("largest", true), call.flag("sorted", true));
  }

  private static NDList sorted(Invocation call) {
    NDArray x = call.input();
    int axis = call.axis("dim", -1, rank(call));
    int all = (int) x.getShape().get(axis);
    return x.topK(all, axis, call.flag("descending", false), true);
  }
}
