package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tensors put together, and taken apart by the names of directions. */
final class Joins {
  private Joins() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        call -> {
          NDList parts = call.tensors("tensors");
          return Axis.concat(parts, call.axis("dim", 0, parts.get(0).getShape().dimension()));
        },
        "cat",
        "concat",
        "concatenate");
    Operation.put(
        table,
        call -> {
          NDList parts = call.tensors("tensors");
          int rank = parts.get(0).getShape().dimension() + 1;
          return NDArrays.stack(parts, call.axis("dim", 0, rank));
        },
        "stack");
    Operation.put(table, call -> joined(call, Joins::inColumns), "hstack");
    Operation.put(table, call -> joined(call, Joins::inRows), "vstack", "row_stack");
    Operation.put(table, call -> joined(call, x -> inDepth(x)), "dstack");
    Operation.put(
        table,
        call -> joined(call, x -> x.getShape().dimension() == 1 ? x.expandDims(1) : x),
        "column_stack");
    table.put("vsplit", call -> Views.parts(call, 0));
    table.put("hsplit", call -> Views.parts(call, call.rank() == 1 ? 0 : 1));
    table.put("dsplit", call -> Views.parts(call, 2));
    table.put(
        "broadcast_tensors",
        call -> {
          NDList spread = new NDList();
          for (NDArray tensor : call.tensors("tensors")) {
            spread.add(tensor.broadcast(call.shape(spread.size())));
          }
          return spread;
        });
    Operation.put(table, Joins::blocks, "block_diag");
    Operation.put(table, Joins::pairs, "cartesian_prod");
    Operation.put(table, Joins::padded, "pad_sequence");
    Operation.put(table, Joins::kronecker, "kron");
  }

  private static NDArray joined(Invocation call, UnaryOperator<NDArray> shaped) {
    NDList parts = new NDList();
    for (NDArray tensor : call.tensors("tensors")) {
      parts.add(shaped.apply(tensor));
    }
    int axis =
        switch (call.step().op()) {
          case "vstack", "row_stack" -> 0;
          case "dstack" -> 2;
          default -> parts.get(0).getShape().dimension() == 1 ? 0 : 1;
        };
    return Axis.concat(parts, axis);
  }

  private static NDArray inColumns(NDArray x) {
    return x.getShape().dimension() == 0 ? x.reshape(1) : x;
  }

  private static NDArray inRows(NDArray x) {
    return x.getShape().dimension() < 2 ? x.reshape(1, -1) : x;
  }

  private static NDArray inDepth(NDArray x) {
    NDArray rows = inRows(x);
    return rows.getShape().dimension() == 2 ? rows.expandDims(2) : rows;
  }

  private static NDArray blocks(Invocation call) {
    NDList rows = new NDList();
    long columns = call.shape().get(1);
    long before = 0;
    for (NDArray tensor : call.tensors("tensors")) {
      NDArray block = inRows(tensor);
      long width = block.getShape().get(1);
      rows.add(Pads.pad(block, new long[] {before, columns - before - width}, "constant", 0));
      before += width;
    }
    return Axis.concat(rows, 0);
  }

  /** Every choice of one item of each vector. */
  private static NDArray pairs(Invocation call) {
    NDList vectors = call.tensors("tensors");
    if (vectors.size() == 1) {
      return vectors.get(0);
    }
    long[] grid = new long[vectors.size()];
    Arrays.setAll(grid, i -> vectors.get(i).size());
    NDList columns = new NDList();
    for (int i = 0; i < grid.length; i++) {
      long[] along = new long[grid.length];
      Arrays.fill(along, 1);
      along[i] = grid[i];
      columns.add(vectors.get(i).reshape(along).broadcast(new Shape(grid)).flatten());
    }
    return NDArrays.stack(columns, 1);
  }

  private static NDArray padded(Invocation call) {
    NDList sequences = call.tensors("sequences");
    boolean batchFirst = call.flag("batch_first", false);
    boolean left = call.text("padding_side", "right").equals("left");
    long longest = call.shape().get(batchFirst ? 1 : 0);
    NDList all = new NDList();
    for (NDArray sequence : sequences) {
      long missing = longest - sequence.getShape().get(0);
      long[] around = new long[2 * sequence.getShape().dimension()];
      around[around.length - (left ? 2 : 1)] = missing;
      all.add(Pads.pad(sequence, around, "constant", call.real("padding_value", 0)));
    }
    return NDArrays.stack(all, batchFirst ? 0 : 1);
  }

  /** Each number of the first times all of the second: axes alternate, then merge. */
  private static NDArray kronecker(Invocation call) {
    NDArray x = call.input();
    NDArray y = call.tensor("other");
    int rank = call.shape().dimension();
    long[] first = new long[2 * rank];
    long[] second = new long[2 * rank];
    Arrays.fill(first, 1);
    Arrays.fill(second, 1);
    for (int i = 1; i <= rank; i++) {
      int of = x.getShape().dimension() - i;
      int by = y.getShape().dimension() - i;
      first[2 * (rank - i)] = of < 0 ? 1 : x.getShape().get(of);
      second[2 * (rank - i) + 1] = by < 0 ? 1 : y.getShape().get(by);
    }
    return x.reshape(first).mul(y.reshape(second)).reshape(call.shape());
  }
}
