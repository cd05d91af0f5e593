package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.Arrays;
import java.util.List;

/** What all layers over spatial axes share: ranks, positive numbers, a result's shape. */
public final class Spatial {
  /** Nobody writes such numbers; Java's int arithmetic makes them. */
  static final long LEAST_PLAUSIBLE = -65_536;

  private static final Dim ZERO = Dim.of(0);

  private Spatial() {}

  /** Rule rank-1: [C, spatial...] unbatched or [N, C, spatial...]; anything else is a problem. */
  public static void requireRank(Call call, Tensor input, int axes) {
    if (input.rank() == axes + 1 || input.rank() == axes + 2) {
      return;
    }
    throw call.refuse(
        ProblemId.RANK,
        null,
        "needs %s axes (unbatched) or %s axes (batched) but receives %s",
        axes + 1,
        axes + 2,
        Axes.of(input.shape()));
  }

  /** So many axes or more, laid out as said where that helps; fewer are a problem. */
  public static void requireAtLeastRank(Call call, Tensor input, int least, String layout) {
    if (input.rank() >= least) {
      return;
    }
    String axes = least + " axes" + (layout.isEmpty() ? "" : ", " + layout + ",");
    throw call.refuse(
        ProblemId.RANK, null, "needs at least " + axes + " but receives " + Axes.of(input.shape()));
  }

  /** A layer's weights are floating-point numbers, and so must be what it multiplies. */
  public static void requireFloating(Call call, Tensor input) {
    if (call.isLayer() && !input.dtype().isFloating() && !input.dtype().isComplex()) {
      call.problem(
          ProblemId.DTYPE,
          null,
          "needs floating-point numbers but receives " + input.dtype().torchName());
    }
  }

  /** Rule conv-8: a spatial axis may be empty only where the batch is. */
  public static boolean requireCell(Call call, Tensor input, int axis, int axes) {
    boolean noBatch = input.rank() == axes + 2 && isZero(input.dim(0));
    if (noBatch || !call.fails(input.dim(axis - axes), Relation.GE, Dim.of(1))) {
      return true;
    }
    call.problem(
        ProblemId.ZERO_SIZE, null, "receives no cell: the " + Axes.name(axis, axes) + " is 0");
    return false;
  }

  /** Every number of a parameter must be at least {@code least}. */
  public static void requireAtLeast(Call call, String parameter, long least) {
    for (Dim dim : call.dims(parameter)) {
      if (call.fails(dim, Relation.GE, Dim.of(least))) {
        boolean wrapped = call.isLayer() && dim.isConstant() && dim.value() < LEAST_PLAUSIBLE;
        call.problem(
                wrapped ? ProblemId.INT_OVERFLOW : ProblemId.POSITIVE,
                parameter,
                "needs %s of at least %s but has %s%s",
                call.label(parameter),
                least,
                dim,
                wrapped
                    ? ": the arithmetic went beyond Java's largest int, 2147483647, and wrapped"
                        + " around"
                    : "")
            .set(parameter, ProposedNumbers.atLeast(call, parameter, least));
        return;
      }
    }
  }

  /** Rule count-1 where a tuple of one number is none for all axes. */
  public static Dim[] each(Call call, String parameter, int axes) {
    requireEach(call, parameter, axes);
    return call.axes(parameter, axes);
  }

  static void requireEach(Call call, String parameter, int axes) {
    if (axes > 1
        && call.get(parameter) instanceof Value.Sequence tuple
        && tuple.items().size() == 1) {
      throw call.refuse(
          call.isLayer() ? ProblemId.MEMBER_COUNT : ProblemId.ARGUMENT_COUNT,
          parameter,
          "takes one number or %s for %s but receives a tuple of one",
          axes,
          call.label(parameter));
    }
  }

  /** Only the batch may be empty: none of the last {@code count} axes is. */
  public static void requireCells(Call call, Tensor input, int count) {
    for (int axis = -count; axis < 0; axis++) {
      if (call.fails(input.dim(axis), Relation.GE, Dim.of(1))) {
        throw call.refuse(ProblemId.ZERO_SIZE, null, "receives an empty tensor " + input.shape());
      }
    }
  }

  /**
   * The argument {@code output_size}: the spatial sizes, or a whole shape of so many axes of which
   * they are the last.
   */
  public static Dim[] outputSize(Call call, int axes, int whole) {
    Dim[] sizes = call.dims("output_size");
    if (sizes.length == axes || sizes.length == whole) {
      return Arrays.copyOfRange(sizes, sizes.length - axes, sizes.length);
    }
    throw call.refuse(
        ProblemId.ARGUMENT_COUNT,
        "output_size",
        "takes %s numbers or a whole shape of %s for output_size but receives %s",
        axes,
        whole,
        sizes.length);
  }

  /** The input's shape with other channels and spatial sizes. */
  public static Shape result(Tensor input, Dim channels, List<Dim> sizes) {
    Dim[] dims = input.shape().dims().toArray(new Dim[0]);
    int first = dims.length - sizes.size();
    dims[first - 1] = channels;
    for (int i = 0; i < sizes.size(); i++) {
      dims[first + i] = sizes.get(i);
    }
    return Shape.of(dims);
  }

  /** Whether a size is zero or less for sure. */
  static boolean isZero(Dim dim) {
    return dim.equals(ZERO);
  }
}
