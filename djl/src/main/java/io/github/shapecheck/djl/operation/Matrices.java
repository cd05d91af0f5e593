package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.shapecheck.report.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Products of more than two matrices, inverses, and distances of rows. */
final class Matrices {
  private Matrices() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray y = call.tensor("other");
          long inner = x.getShape().get(call.rank() - 1);
          NDArray product = x.reshape(-1, inner).matMul(y.reshape(-1, inner).transpose());
          return product.reshape(call.shape());
        },
        "inner");
    Operation.put(table, call -> folded(call.tensors("tensors")), "chain_matmul", "multi_dot");
    Operation.put(
        table,
        call -> {
          NDArray products = call.tensor("batch1").matMul(call.tensor("batch2"));
          return Products.added(call, products.sum(new int[] {0}));
        },
        "addbmm");
    Operation.put(table, Matrices::tensordot, "tensordot");
    Operation.put(table, call -> call.input().inverse(), "inverse", "inv");
    Operation.put(table, Matrices::power, "matrix_power");
    Operation.put(table, call -> solved(call, call.input()), "solve");
    Operation.put(
        table,
        call -> {
          boolean upper = call.flag("upper", false);
          boolean ones = call.flag("unitriangular", false);
          return solved(call, Diagonals.triangular(call.input(), upper, ones));
        },
        "solve_triangular");
    Operation.put(table, Matrices::cross, "cross");
    Operation.put(
        table,
        call -> {
          NDArray x = call.tensor("x1");
          NDArray y = call.tensor("x2");
          NDArray gaps =
              x.expandDims(x.getShape().dimension() - 1)
                  .sub(y.expandDims(y.getShape().dimension() - 2));
          return distance(gaps, call.real("p", 2)).reshape(call.shape());
        },
        "cdist");
    Operation.put(table, Matrices::pairs, "pdist");
    Operation.put(table, Matrices::shortened, "renorm");
  }

  private static NDArray solved(Invocation call, NDArray matrix) {
    NDArray y = call.tensor("other");
    boolean vector = y.getShape().dimension() == call.rank() - 1;
    NDArray columns = vector ? y.expandDims(y.getShape().dimension()) : y;
    NDArray inverse = matrix.inverse();
    NDArray found = call.flag("left", true) ? inverse.matMul(columns) : columns.matMul(inverse);
    return found.reshape(call.shape());
  }

  private static NDArray folded(NDList matrices) {
    NDArray product = matrices.get(0);
    for (int i = 1; i < matrices.size(); i++) {
      product = product.matMul(matrices.get(i));
    }
    return product;
  }

  private static NDArray distance(NDArray gaps, double p) {
    return Norms.length(gaps, new int[] {gaps.getShape().dimension() - 1}, p);
  }

  private static NDArray power(Invocation call) {
    long n = call.integer("n", 1);
    NDArray x = n < 0 ? call.input().inverse() : call.input();
    long size = x.getShape().get(call.rank() - 1);
    NDArray result =
        call.manager().eye((int) size).broadcast(x.getShape()).toType(x.getDataType(), false);
    for (long i = 0; i < Math.abs(n); i++) {
      result = result.matMul(x);
    }
    return result;
  }

  /** Without {@code dim} along the first axis of three. */
  private static NDArray cross(Invocation call) {
    NDArray x = call.input().broadcast(call.shape());
    NDArray y = call.tensor("other").broadcast(call.shape());
    int first = 0;
    while (!call.has("dim") && x.getShape().get(first) != 3) {
      first++;
    }
    int axis = call.axis("dim", first, call.shape().dimension());
    NDArray forward = Axis.rolled(x, axis, -1).mul(Axis.rolled(y, axis, -2));
    return forward.sub(Axis.rolled(x, axis, -2).mul(Axis.rolled(y, axis, -1)));
  }

  /** Distances of each row to those behind it. */
  private static NDArray pairs(Invocation call) {
    int count = (int) call.input().getShape().get(0);
    List<Long> left = new ArrayList<>();
    List<Long> right = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      for (long j = i + 1; j < count; j++) {
        left.add(i);
        right.add(j);
      }
    }
    NDArray x = Axis.pick(call.input(), 0, left.size(), i -> left.get((int) i));
    NDArray y = Axis.pick(call.input(), 0, right.size(), i -> right.get((int) i));
    return distance(x.sub(y), call.real("p", 2)).reshape(call.shape());
  }

  /** Parts along an axis whose norm is larger are made as long as the limit. */
  private static NDArray shortened(Invocation call) {
    NDArray x = call.input();
    int axis = call.axis("dim", 0, call.rank());
    int[] others = new int[call.rank() - 1];
    for (int i = 0, next = 0; i < call.rank(); i++) {
      if (i != axis) {
        others[next++] = i;
      }
    }
    NDArray lengths = Norms.length(x, others, call.real("p", 2));
    NDArray limit = lengths.zerosLike().add((float) call.real("maxnorm", 1));
    return x.mul(limit.div(lengths.add(1e-7f)).minimum(Constant.of(1)));
  }

  /** The summed axes go to the end of the first and to the front of the second. */
  private static NDArray tensordot(Invocation call) {
    NDArray x = call.tensor("a");
    NDArray y = call.tensor("b");
    int rank = x.getShape().dimension();
    List<Integer> left = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    List<Operand> dims = call.items("dims");
    if (dims.size() == 2) {
      left.addAll(axes(call, dims.get(0), rank));
      right.addAll(axes(call, dims.get(1), y.getShape().dimension()));
    } else {
      int count = (int) call.integer("dims", 2);
      for (int i = 0; i < count; i++) {
        left.add(rank - count + i);
        right.add(i);
      }
    }
    long summed = 1;
    for (int axis : left) {
      summed *= x.getShape().get(axis);
    }
    NDArray rows = x.transpose(ordered(left, rank, false)).reshape(-1, summed);
    NDArray columns =
        y.transpose(ordered(right, y.getShape().dimension(), true)).reshape(summed, -1);
    return rows.matMul(columns).reshape(call.shape());
  }

  private static List<Integer> axes(Invocation call, Operand value, int rank) {
    List<Operand> items = value instanceof Operand.Items list ? list.items() : List.of(value);
    return items.stream().map(item -> Math.floorMod((int) call.number(item), rank)).toList();
  }

  private static int[] ordered(List<Integer> summed, int rank, boolean front) {
    List<Integer> order = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      if (!summed.contains(axis)) {
        order.add(axis);
      }
    }
    order.addAll(front ? 0 : order.size(), summed);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
