package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.shapecheck.report.Operand;
import java.util.ArrayList;
import java.util.List;

/**
 * Subscripts with several tensors of positions, lists and masks among them: they are broadcast, and
 * their axes stand where the first of them stood if all are neighbours, else in front.
 */
final class Picks {
  private final Invocation call;
  private NDArray x;
  private final List<Integer> axes = new ArrayList<>();
  private final List<NDArray> positions = new ArrayList<>();

  private Picks(Invocation call) {
    this.call = call;
    this.x = call.input();
  }

  static NDArray of(Invocation call, List<Operand> items) {
    Picks picks = new Picks(call);
    picks.read(items);
    return picks.picked();
  }

  private void read(List<Operand> items) {
    int axis = 0;
    for (int i = 0; i < items.size(); i++) {
      Operand item = items.get(i);
      if (item instanceof Operand.None) {
        x = x.expandDims(axis++);
      } else if (item instanceof Operand.Slice slice) {
        x = Indexing.slice(call, x, axis++, slice);
      } else if (item instanceof Operand.Ellipsis) {
        int left = 0;
        for (Operand later : items.subList(i + 1, items.size())) {
          left += taken(later);
        }
        axis = x.getShape().dimension() - left;
      } else {
        axis = index(item, axis);
      }
    }
  }

  private int taken(Operand item) {
    if (item instanceof Operand.None) {
      return 0;
    }
    boolean mask =
        item instanceof Operand.Reference && call.array(item).getDataType() == DataType.BOOLEAN;
    return mask ? call.array(item).getShape().dimension() : 1;
  }

  /** A mask is the positions along each of its axes where it is true. */
  private int index(Operand item, int axis) {
    NDArray index = array(item);
    int next = axis;
    if (index.getDataType() == DataType.BOOLEAN) {
      NDArray places = index.nonzero();
      for (int i = 0; i < index.getShape().dimension(); i++) {
        axes.add(next++);
        positions.add(Axis.select(places, 1, i));
      }
      return next;
    }
    NDArray at = index.toType(DataType.INT64, false);
    long size = x.getShape().get(axis);
    axes.add(next++);
    positions.add(NDArrays.where(at.lt(0), at.add(size), at));
    return next;
  }

  private NDArray array(Operand item) {
    if (item instanceof Operand.Items list) {
      long[] numbers = list.items().stream().mapToLong(i -> (long) call.number(i)).toArray();
      return call.manager().create(numbers).duplicate();
    }
    return call.array(item);
  }

  private NDArray picked() {
    int rank = x.getShape().dimension();
    Shape common = common();
    List<Integer> order = new ArrayList<>(axes);
    List<Long> rest = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      if (!axes.contains(axis)) {
        order.add(axis);
        rest.add(x.getShape().get(axis));
      }
    }
    NDArray flat = call.manager().zeros(common, DataType.INT64);
    long count = 1;
    for (int i = 0; i < axes.size(); i++) {
      long size = x.getShape().get(axes.get(i));
      flat = flat.mul(Constant.of(size)).add(positions.get(i).broadcast(common));
      count *= size;
    }
    long[] sizes = new long[1 + rest.size()];
    sizes[0] = count;
    for (int i = 0; i < rest.size(); i++) {
      sizes[1 + i] = rest.get(i);
    }
    NDArray rows = x.transpose(ints(order)).reshape(sizes);
    NDArray found = Axis.pick(rows, 0, flat.flatten()).reshape(joined(common, rest));
    boolean neighbours = axes.get(axes.size() - 1) - axes.get(0) == axes.size() - 1;
    return neighbours ? placed(found, common.dimension(), axes.get(0)) : found;
  }

  private Shape common() {
    int rank = positions.stream().mapToInt(p -> p.getShape().dimension()).max().orElse(0);
    long[] sizes = new long[rank];
    java.util.Arrays.fill(sizes, 1);
    for (NDArray position : positions) {
      int missing = rank - position.getShape().dimension();
      for (int i = missing; i < rank; i++) {
        sizes[i] = Math.max(sizes[i], position.getShape().get(i - missing));
      }
    }
    return new Shape(sizes);
  }

  private static Shape joined(Shape common, List<Long> rest) {
    List<Long> sizes = new ArrayList<>();
    for (long size : common.getShape()) {
      sizes.add(size);
    }
    sizes.addAll(rest);
    return new Shape(sizes.stream().mapToLong(Long::longValue).toArray());
  }

  /** The first axes moved behind others. */
  private static NDArray placed(NDArray found, int count, int at) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < found.getShape().dimension() - count; i++) {
      order.add(count + i);
    }
    for (int i = 0; i < count; i++) {
      order.add(at + i, i);
    }
    return found.transpose(ints(order));
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
