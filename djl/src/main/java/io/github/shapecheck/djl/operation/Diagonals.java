package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Diagonals and triangles of matrices. */
final class Diagonals {
  private Diagonals() {}

  /** Whether a place of a matrix belongs to what is meant. */
  private interface Region {
    boolean has(long row, long column);
  }

  static void fill(Map<String, Operation> table) {
    Operation.put(table, call -> triangle(call, true), "tril");
    Operation.put(table, call -> triangle(call, false), "triu");
    Operation.put(table, call -> places(call, true), "tril_indices");
    Operation.put(table, call -> places(call, false), "triu_indices");
    Operation.put(
        table,
        call ->
            call.input()
                .diagonal(
                    (int) call.integer("offset", 0),
                    call.axis("dim1", 0, call.rank()),
                    call.axis("dim2", 1, call.rank())),
        "diagonal");
    Operation.put(
        table,
        call -> {
          int offset = (int) call.integer("diagonal", 0);
          return call.rank() == 1 ? embedded(call.input(), offset) : call.input().diagonal(offset);
        },
        "diag");
    Operation.put(
        table, call -> embedded(call.input().flatten(), call.integer("offset", 0)), "diagflat");
    Operation.put(table, Diagonals::embedded, "diag_embed");
    Operation.put(table, call -> call.input().diagonal().sum(), "trace");
    Operation.put(
        table,
        call -> {
          NDArray x = call.input();
          NDArray other = x.zerosLike().add((float) call.real("fill_value", 0));
          return where(x, (row, column) -> row == column, other, x);
        },
        "fill_diagonal");
    Operation.put(
        table,
        call ->
            call.input()
                .rotate90(
                    (int) Math.floorMod(call.integer("k", 1), 4L),
                    call.has("dims") ? call.axes("dims", call.rank()) : new int[] {0, 1}),
        "rot90");
    Operation.put(
        table,
        call -> {
          NDArray zero = call.manager().zeros(call.shape());
          NDArray hidden = zero.add(Float.NEGATIVE_INFINITY);
          return where(zero, (row, column) -> column > row, hidden, zero);
        },
        "generate_square_subsequent_mask");
  }

  private static NDArray mask(NDManager manager, long rows, long columns, Region region) {
    boolean[] kept = new boolean[Math.toIntExact(rows * columns)];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = region.has(i / columns, i % columns);
    }
    return manager.create(kept, new Shape(rows, columns)).duplicate();
  }

  private static NDArray where(NDArray like, Region region, NDArray yes, NDArray no) {
    Shape shape = like.getShape();
    int rank = shape.dimension();
    NDArray mask = mask(like.getManager(), shape.get(rank - 2), shape.get(rank - 1), region);
    return NDArrays.where(mask.broadcast(shape), yes, no);
  }

  private static NDArray triangle(Invocation call, boolean lower) {
    NDArray x = call.input();
    long diagonal = call.integer("diagonal", 0);
    Region region = (row, column) -> lower ? column - row <= diagonal : column - row >= diagonal;
    return where(x, region, x, x.zerosLike());
  }

  /** One triangle of a matrix; with ones on its diagonal, or with what stands there. */
  static NDArray triangular(NDArray x, boolean upper, boolean ones) {
    NDArray triangle =
        where(x, (row, column) -> upper ? column >= row : column <= row, x, x.zerosLike());
    return ones ? where(x, (row, column) -> row == column, x.onesLike(), triangle) : triangle;
  }

  private static NDArray places(Invocation call, boolean lower) {
    long offset = call.integer("offset", 0);
    List<Long> rows = new ArrayList<>();
    List<Long> columns = new ArrayList<>();
    for (long row = 0; row < call.integer("row", 0); row++) {
      for (long column = 0; column < call.integer("col", 0); column++) {
        if (lower ? column - row <= offset : column - row >= offset) {
          rows.add(row);
          columns.add(column);
        }
      }
    }
    rows.addAll(columns);
    long[] all = rows.stream().mapToLong(Long::longValue).toArray();
    return call.manager().create(all, call.shape()).duplicate();
  }

  /** The last axis as a diagonal of two new ones at the end. */
  private static NDArray embedded(NDArray x, long offset) {
    int last = x.getShape().dimension() - 1;
    long size = x.getShape().get(last) + Math.abs(offset);
    long[] around = {Math.max(0, -offset), Math.max(0, offset)};
    NDArray rows = Pads.pad(x, around, "constant", 0).expandDims(last + 1);
    long[] sizes = new long[last + 2];
    System.arraycopy(x.getShape().getShape(), 0, sizes, 0, last);
    sizes[last] = size;
    sizes[last + 1] = size;
    NDArray spread = rows.broadcast(new Shape(sizes));
    return where(spread, (row, column) -> column - row == offset, spread, spread.zerosLike());
  }

  private static NDArray embedded(Invocation call) {
    NDArray made = embedded(call.input(), call.integer("offset", 0));
    int rank = call.rank() + 1;
    int first = call.axis("dim1", -2, rank);
    int second = call.axis("dim2", -1, rank);
    int[] order = new int[rank];
    int next = 0;
    for (int axis = 0; axis < rank; axis++) {
      order[axis] = axis == first ? rank - 2 : axis == second ? rank - 1 : next++;
    }
    return made.transpose(order);
  }
}
