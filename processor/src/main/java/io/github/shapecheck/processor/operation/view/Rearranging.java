package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.operation.index.Selecting;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/**
 * Values that move within their tensor or out of its diagonals. Rules rearrange-1 to rearrange-6.
 */
public final class Rearranging {
  private static final Dim NONE = Dim.of(0);

  private Rearranging() {}

  /** rearrange-1: as many axes as shifts, or none. */
  public static Value roll(Call call) {
    Tensor input = call.tensor("input");
    int shifts = shifts(call);
    boolean none =
        !call.has("dims") || (call.get("dims") instanceof Value.Sequence s && s.items().isEmpty());
    int axes = none ? 0 : call.dims("dims").length;
    if (none ? shifts != 1 : shifts != axes) {
      call.problem(
          ProblemId.ARGUMENT_COUNT, "shifts", "has " + shifts + " shifts for " + axes + " axes");
    } else if (!none && !input.shape().dims().contains(Dim.of(0))) {
      for (Dim dim : call.dims("dims")) {
        call.axis("dims", dim.isConstant() ? dim.value() : 0, input.rank());
        Selecting.requireAxes(call, input);
      }
    }
    return input.as(input.shape());
  }

  /** How many shifts there are; one that depends on a tensor's values moves rows as others do. */
  private static int shifts(Call call) {
    Value given = call.get("shifts");
    if (given instanceof Value.Sequence list
        && list.items().stream().anyMatch(Rearranging::varies)) {
      return list.items().size();
    }
    return varies(given) ? 1 : call.dims("shifts").length;
  }

  private static boolean varies(Value shift) {
    return shift instanceof Value.Real number && number.undetermined() != null;
  }

  /** rearrange-2: the named axes are there, each once. */
  public static Value flip(Call call) {
    Tensor input = call.tensor("input");
    Dims.list(call, "dims", input.rank());
    return input.as(input.shape());
  }

  /** rearrange-6: sizes and steps over the values as they lie in memory. */
  public static Value strided(Call call) {
    Tensor input = call.tensor("input");
    Dim[] sizes = call.dims("size");
    Dim[] strides = call.dims("stride");
    if (sizes.length != strides.length) {
      String counts = "has " + strides.length + " strides for " + sizes.length + " sizes";
      throw call.refuse(ProblemId.ARGUMENT_COUNT, "stride", counts);
    }
    Dim offset = call.has("storage_offset") ? call.dim("storage_offset") : NONE;
    Dim reach = offset.plus(1);
    boolean below = call.fails(offset, Relation.GE, NONE);
    for (int i = 0; i < sizes.length; i++) {
      below |= call.fails(sizes[i], Relation.GE, NONE) || call.fails(strides[i], Relation.GE, NONE);
      reach = reach.plus(sizes[i].minus(1).times(strides[i]));
    }
    if (below) {
      throw call.refuse(ProblemId.RANGE, null, "has a size, a stride or an offset below 0");
    }
    Shape shape = Shape.of(sizes);
    boolean whole = input.source() < 0; // of a part of another tensor there may be more values
    if (whole
        && !shape.numel().equals(NONE)
        && call.fails(reach, Relation.LE, input.shape().numel())) {
      String values = "reaches " + reach + " values but there are " + input.shape().numel();
      throw call.refuse(ProblemId.RANGE, "size", values);
    }
    return Layout.put(input.as(shape), List.of(strides));
  }

  /** rearrange-3: a triangle of the last two axes. */
  public static Value triangle(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() < 2) {
      call.problem(
          ProblemId.RANK, null, "needs at least 2 axes but receives " + Axes.of(input.shape()));
    }
    return input.as(input.shape());
  }

  /** rearrange-4: two axes become their diagonal, which comes last. */
  public static Value diagonal(Call call) {
    Tensor input = call.tensor("input");
    int first = call.axis("dim1", input.rank());
    int second = call.axis("dim2", input.rank());
    if (first == second || input.rank() < 2) {
      throw call.refuse(
          ProblemId.DIM_RANGE, "dim2", "needs two different axes of " + input.shape());
    }
    boolean[] named = new boolean[input.rank()];
    named[first] = true;
    named[second] = true;
    Shape rest = Dims.without(input.shape(), named, false);
    return input.as(
        rest.insert(-1, length(call, call.dim("offset"), input.dim(first), input.dim(second))));
  }

  private static Dim length(Call call, Dim offset, Dim rows, Dim columns) {
    boolean below = call.choose(offset, Relation.LT, Dim.of(0));
    Dim height = below ? rows.plus(offset) : rows;
    Dim width = below ? columns : columns.minus(offset);
    Dim length = call.smaller(height, width);
    return call.proves(length, Relation.GE, Dim.of(0)) ? length : length.max(Dim.of(0));
  }

  /** A vector becomes a diagonal matrix, a matrix its diagonal. */
  public static Value diag(Call call) {
    Tensor input = call.tensor("input", 1, 2);
    Dim offset = call.dim("diagonal");
    if (input.rank() == 1) {
      boolean below = call.choose(offset, Relation.LT, Dim.of(0));
      Dim size = below ? input.dim(0).minus(offset) : input.dim(0).plus(offset);
      return input.as(Shape.of(size, size));
    }
    return input.as(Shape.of(length(call, offset, input.dim(0), input.dim(1))));
  }

  /** rearrange-5: the last axis becomes the diagonal of two new ones. */
  public static Value diagEmbed(Call call) {
    Tensor input = call.tensor("input");
    int rank = input.rank() + 1;
    int first = call.axis("dim1", rank);
    int second = call.axis("dim2", rank);
    if (first == second || input.rank() == 0) {
      throw call.refuse(ProblemId.DIM_RANGE, "dim2", "needs two different axes");
    }
    Dim size = input.dim(-1).plus(Math.abs(call.integer("offset")));
    Shape rest = input.shape().remove(input.rank() - 1);
    return input.as(
        rest.insert(Math.min(first, second), size).insert(Math.max(first, second), size));
  }

  static Value diagFlat(Call call) {
    Tensor input = call.tensor("input");
    Dim size = input.shape().numel().plus(Math.abs(call.integer("offset")));
    return input.as(Shape.of(size, size));
  }

  /** odd-3: a quarter turn exchanges two axes, a half one does not. */
  static Value rotate(Call call) {
    Tensor input = call.tensor("input", 2, Call.ANY);
    int[] axes = call.has("dims") ? Dims.list(call, "dims", input.rank()) : new int[] {0, 1};
    if (axes.length != 2) {
      throw call.refuse(ProblemId.ARGUMENT_COUNT, "dims", "turns two axes, not " + axes.length);
    }
    if (call.integer("k") % 2 == 0) {
      return input.as(input.shape());
    }
    Shape shape = input.shape();
    return input.as(shape.with(axes[0], shape.dim(axes[1])).with(axes[1], shape.dim(axes[0])));
  }
}
