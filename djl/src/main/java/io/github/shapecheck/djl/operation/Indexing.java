package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.Operand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Parts of tensors: subscripts, narrow, select, gather, triangles. */
final class Indexing {
  private Indexing() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(table, Indexing::subscript, "getitem");
    Operation.put(table, Indexing::written, "setitem");
    Operation.put(table, call -> call.input().nonzero(), "nonzero", "argwhere");
    Operation.put(
        table,
        call -> {
          NDArray mask = call.tensor("mask");
          Shape shape = mask.getShape();
          return shape.equals(call.input().getShape())
              ? masked(call.input(), mask)
              : masked(call.input().broadcast(shape), mask);
        },
        "masked_select");
    Operation.put(
        table,
        call -> {
          int axis = call.axis("dim", 0, call.input().getShape().dimension());
          long start = call.integer("start", 0);
          long from = start < 0 ? start + call.input().getShape().get(axis) : start;
          return Axis.slice(call.input(), axis, from, from + call.integer("length", 1));
        },
        "narrow");
    Operation.put(
        table,
        call ->
            Axis.select(
                call.input(),
                call.axis("dim", 0, call.input().getShape().dimension()),
                call.integer("index", 0)),
        "select");
    Operation.put(
        table,
        call ->
            Axis.pick(
                call.input(),
                call.axis("dim", 0, call.input().getShape().dimension()),
                call.tensor("index")),
        "index_select");
    Operation.put(
        table,
        call ->
            call.input()
                .gather(
                    call.tensor("index"), call.axis("dim", 0, call.input().getShape().dimension())),
        "gather");
    Operation.put(
        table,
        call ->
            call.tensor("tensor")
                .oneHot((int) call.shape().get(call.shape().dimension() - 1), DataType.INT64),
        "one_hot");
  }

  /** Each item takes the next axis; a tensor of integers picks positions of one. */
  private static NDArray subscript(Invocation call) {
    Operand index = call.step().arguments().get(1).value();
    List<Operand> items =
        index instanceof Operand.Items many && many.tuple() ? many.items() : List.of(index);
    NDArray x = call.input();
    if (index instanceof Operand.Reference && call.array(index).getDataType() == DataType.BOOLEAN) {
      return masked(x, call.array(index));
    }
    long tensors =
        items.stream()
            .filter(i -> i instanceof Operand.Reference || i instanceof Operand.Items)
            .count();
    boolean mask =
        items.stream()
            .anyMatch(
                i ->
                    i instanceof Operand.Reference
                        && call.array(i).getDataType() == DataType.BOOLEAN);
    if (tensors > 1 || mask) {
      return Picks.of(call, items);
    }
    int axis = 0;
    int picks = 0;
    for (Operand item : items) {
      if (item instanceof Operand.Ellipsis) {
        int left =
            (int)
                items.subList(items.indexOf(item) + 1, items.size()).stream()
                    .filter(Indexing::takesAxis)
                    .count();
        axis = x.getShape().dimension() - left;
      } else if (item instanceof Operand.None) {
        x = x.expandDims(axis++);
      } else if (item instanceof Operand.Slice slice) {
        x = slice(call, x, axis++, slice);
      } else if (item instanceof Operand.Size) {
        x = Axis.select(x, axis, (long) call.number(item));
      } else if (item instanceof Operand.Reference && picks++ == 0) {
        NDArray positions = call.array(item);
        long[] sizes = x.getShape().getShape();
        long[] made = new long[sizes.length - 1 + positions.getShape().dimension()];
        for (int i = 0; i < made.length; i++) {
          int within = i - axis;
          int count = positions.getShape().dimension();
          made[i] =
              within < 0
                  ? sizes[i]
                  : within < count ? positions.getShape().get(within) : sizes[i - count + 1];
        }
        x = Axis.pick(x, axis, positions.flatten()).reshape(made);
        axis += positions.getShape().dimension();
      } else if (item instanceof Operand.Items list && picks++ == 0) {
        long[] positions = list.items().stream().mapToLong(i -> (long) call.number(i)).toArray();
        NDArray source = x;
        int at = axis++;
        x =
            Axis.pick(
                x,
                at,
                positions.length,
                i -> Math.floorMod(positions[(int) i], source.getShape().get(at)));
      } else {
        throw call.failure("has a subscript that is not built here: " + item);
      }
    }
    return x;
  }

  /** The values where a mask of the first axes is true, which are one axis then. */
  private static NDArray masked(NDArray x, NDArray mask) {
    int axes = mask.getShape().dimension();
    long[] sizes = x.getShape().getShape();
    long[] flat = new long[sizes.length - axes + 1];
    System.arraycopy(sizes, axes, flat, 1, flat.length - 1);
    flat[0] = mask.size();
    NDArray places = mask.flatten().nonzero().flatten();
    return Axis.pick(x.reshape(flat), 0, places);
  }

  /** One number where a mask is true or at positions of the first axis, else a region. */
  private static NDArray written(Invocation call) {
    Operand index = call.step().arguments().get(1).value();
    NDArray x = call.input();
    if (!(index instanceof Operand.Reference)) {
      return region(call, index);
    }
    NDArray value = Types.cast(call.array(call.at(2)), x.getDataType());
    NDArray places = call.array(index);
    if (places.getDataType() == DataType.BOOLEAN) {
      long[] sizes = new long[x.getShape().dimension()];
      Arrays.fill(sizes, 1);
      System.arraycopy(places.getShape().getShape(), 0, sizes, 0, places.getShape().dimension());
      NDArray mask = places.reshape(sizes).broadcast(x.getShape());
      return NDArrays.where(mask, value.broadcast(x.getShape()), x);
    }
    Shape region = Axis.with(x.getShape(), 0, places.size());
    long[] sizes = new long[region.dimension()];
    Arrays.fill(sizes, 1);
    sizes[0] = places.size();
    NDArray rows = places.toType(DataType.INT64, false).reshape(sizes).broadcast(region);
    return x.scatter(rows, value.broadcast(region), 0);
  }

  /** The tensor with a region replaced: what lies before and behind on each axis stays. */
  private static NDArray region(Invocation call, Operand index) {
    List<Operand> items = index instanceof Operand.Items many ? many.items() : List.of(index);
    NDArray x = call.input();
    NDArray value = Types.cast(call.array(call.at(2)), x.getDataType());
    long[][] bounds = new long[items.size()][];
    long[] region = x.getShape().getShape().clone();
    long[] kept = new long[region.length];
    int rank = 0;
    for (int axis = 0; axis < region.length; axis++) {
      boolean single = axis < items.size() && items.get(axis) instanceof Operand.Size;
      if (axis < items.size()) {
        bounds[axis] = bounds(call, items.get(axis), region[axis]);
        region[axis] = bounds[axis][1] - bounds[axis][0];
      }
      if (!single) {
        kept[rank++] = region[axis];
      }
    }
    NDArray filled = value.broadcast(Arrays.copyOf(kept, rank)).reshape(region);
    return replaced(x, filled, bounds, 0);
  }

  private static long[] bounds(Invocation call, Operand item, long size) {
    if (item instanceof Operand.Slice slice) {
      long from = bound(call, slice.lower(), 0, size);
      return new long[] {from, Math.max(from, bound(call, slice.upper(), size, size))};
    }
    long at = Math.floorMod((long) call.number(item), size);
    return new long[] {at, at + 1};
  }

  private static NDArray replaced(NDArray x, NDArray value, long[][] bounds, int axis) {
    if (axis == bounds.length) {
      return value;
    }
    long size = x.getShape().get(axis);
    long from = bounds[axis][0];
    long to = bounds[axis][1];
    NDList parts = new NDList();
    if (from > 0) {
      parts.add(Axis.slice(x, axis, 0, from));
    }
    parts.add(replaced(Axis.slice(x, axis, from, to), value, bounds, axis + 1));
    if (to < size) {
      parts.add(Axis.slice(x, axis, to, size));
    }
    return Axis.concat(parts, axis);
  }

  private static boolean takesAxis(Operand item) {
    return !(item instanceof Operand.None) && !(item instanceof Operand.Ellipsis);
  }

  static NDArray slice(Invocation call, NDArray x, int axis, Operand.Slice slice) {
    long size = x.getShape().get(axis);
    long step = slice.step() instanceof Operand.None ? 1 : (long) call.number(slice.step());
    long from = bound(call, slice.lower(), 0, size);
    long to = Math.max(from, bound(call, slice.upper(), size, size));
    return Axis.slice(x, axis, from, to, step);
  }

  private static long bound(Invocation call, Operand bound, long fallback, long size) {
    if (bound instanceof Operand.None) {
      return fallback;
    }
    long at = (long) call.number(bound);
    return Math.min(Math.max(at < 0 ? at + size : at, 0), size);
  }
}
