package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;

/** Other shapes and orders of the same values: the report knows the shapes. */
final class Views {
  private Views() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        call -> call.input().reshape(call.shape()),
        "Flatten",
        "Unflatten",
        "atleast_1d",
        "atleast_2d",
        "atleast_3d",
        "flatten",
        "ravel",
        "reshape",
        "reshape_as",
        "resize_as",
        "squeeze",
        "unflatten",
        "unsqueeze",
        "view",
        "view_as");
    Operation.put(
        table, call -> call.input().broadcast(call.shape()), "expand", "expand_as", "broadcast_to");
    Operation.put(
        table,
        Invocation::input,
        "clone",
        "contiguous",
        "positive",
        "cpu",
        "cuda",
        "resolve_conj",
        "resolve_neg",
        "requires_grad",
        "pin_memory",
        "Variable");
    Operation.put(table, call -> call.input().stopGradient(), "detach", "numpy");
    Operation.put(table, Views::permuted, "permute");
    Operation.put(
        table, call -> swapped(call, "dim0", "dim1"), "transpose", "swapaxes", "swapdims");
    Operation.put(table, call -> lastSwapped(call.input()), "t", "T", "H", "mT", "mH", "adjoint");
    Operation.put(table, Views::moved, "movedim", "moveaxis");
    Operation.put(
        table,
        call -> call.has("pattern") ? Einops.repeat(call) : tiled(call, "repeats"),
        "repeat");
    Operation.put(table, call -> tiled(call, "dims"), "tile");
    Operation.put(table, Views::interleaved, "repeat_interleave");
    Operation.put(
        table,
        call -> call.input().flip(call.axes("dims", rank(call))),
        "flip",
        "fliplr",
        "flipud");
    Operation.put(table, Views::rolled, "roll");
    for (String name :
        new String[] {
          "chunk", "split", "split_with_sizes", "tensor_split", "unsafe_chunk", "unsafe_split"
        }) {
      table.put(name, Views::parts);
    }
    table.put("unbind", Views::parts);
  }

  private static int rank(Invocation call) {
    return call.input().getShape().dimension();
  }

  private static NDArray permuted(Invocation call) {
    return call.input().transpose(call.axes("dims", rank(call)));
  }

  private static NDArray swapped(Invocation call, String first, String second) {
    return call.input().swapAxes(call.axis(first, 0, rank(call)), call.axis(second, 1, rank(call)));
  }

  private static NDArray lastSwapped(NDArray x) {
    int rank = x.getShape().dimension();
    return rank < 2 ? x : x.swapAxes(rank - 2, rank - 1);
  }

  private static NDArray moved(Invocation call) {
    int rank = rank(call);
    int[] from = call.axes("source", rank);
    int[] to = call.axes("destination", rank);
    int[] order = new int[rank];
    Arrays.fill(order, -1);
    for (int i = 0; i < from.length; i++) {
      order[to[i]] = from[i];
    }
    int next = 0;
    for (int axis = 0; axis < rank; axis++) {
      int place = axis;
      if (Arrays.stream(from).noneMatch(f -> f == place)) {
        while (order[next] >= 0) {
          next++;
        }
        order[next] = axis;
      }
    }
    return call.input().transpose(order);
  }

  private static NDArray tiled(Invocation call, String name) {
    long[] times = call.integers(name);
    long[] sizes = call.input().getShape().getShape();
    long[] padded = new long[Math.max(sizes.length, times.length)];
    long[] repeats = new long[padded.length];
    Arrays.fill(padded, 1);
    Arrays.fill(repeats, 1);
    System.arraycopy(sizes, 0, padded, padded.length - sizes.length, sizes.length);
    System.arraycopy(times, 0, repeats, repeats.length - times.length, times.length);
    return call.input().reshape(padded).tile(repeats);
  }

  private static NDArray interleaved(Invocation call) {
    if (call.at(1) instanceof io.github.shapecheck.report.Operand.Reference) {
      throw call.failure("repeats by a tensor of counts");
    }
    NDArray x = call.has("dim") ? call.input() : call.input().flatten();
    int axis = call.axis("dim", 0, x.getShape().dimension());
    long times = call.integer("repeats", 1);
    return Axis.pick(x, axis, x.getShape().get(axis) * times, i -> i / times);
  }

  private static NDArray rolled(Invocation call) {
    long[] shifts = call.integers("shifts");
    NDArray x = call.has("dims") ? call.input() : call.input().flatten();
    int[] axes = call.has("dims") ? call.axes("dims", rank(call)) : new int[1];
    for (int i = 0; i < axes.length; i++) {
      x = Axis.rolled(x, axes[i], shifts[i]);
    }
    return x.reshape(call.shape());
  }

  private static NDList parts(Invocation call) {
    return parts(call, call.axis("dim", 0, rank(call)));
  }

  /** The pieces' sizes are the report's. */
  static NDList parts(Invocation call, int axis) {
    NDArray x = call.input();
    boolean gone = call.step().op().equals("unbind");
    NDList parts = new NDList();
    long start = 0;
    for (int i = 0; i < call.step().results().size(); i++) {
      Shape shape = call.shape(i);
      long end = start + (gone ? 1 : shape.get(axis));
      NDArray part = Axis.slice(x, axis, start, end);
      parts.add(gone ? part.squeeze(axis) : part);
      start = end;
    }
    return parts;
  }
}
