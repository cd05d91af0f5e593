package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Axes in another order: permute, transpose, movedim. Rules permute-1 to permute-4. */
public final class Permuting {
  private Permuting() {}

  /** permute-1: every axis is named once. */
  public static Value permute(Call call) {
    Tensor input = call.tensor("input");
    int given = call.dims("dims").length;
    if (given != input.rank()) {
      throw call.refuse(
          ProblemId.RANK,
          "dims",
          "names " + given + " axes of " + input.shape() + ", which has " + input.rank());
    }
    return reordered(call, input, Dims.list(call, "dims", input.rank()));
  }

  /** permute-2: two axes change places. */
  public static Value transpose(Call call) {
    Tensor input = call.tensor("input");
    int first = call.axis("dim0", input.rank());
    int second = call.axis("dim1", input.rank());
    int[] order = identity(input.rank());
    if (input.rank() > 0) {
      order[first] = second;
      order[second] = first;
    }
    return reordered(call, input, order);
  }

  /** permute-3: t() is for matrices and vectors. */
  public static Value transposeMatrix(Call call) {
    call.tensor("input", 0, 2);
    return reversed(call);
  }

  /** {@code x.T}: all axes in reverse. */
  public static Value reversed(Call call) {
    Tensor input = call.tensor("input");
    int[] order = new int[input.rank()];
    for (int i = 0; i < order.length; i++) {
      order[i] = order.length - 1 - i;
    }
    return reordered(call, input, order);
  }

  /** {@code x.mT}: the last two axes change places. */
  public static Value adjoint(Call call) {
    Tensor input = call.tensor("input");
    if (input.rank() == 1) {
      throw call.refuse(
          ProblemId.RANK, null, "needs at least 2 axes but receives " + Axes.of(input.shape()));
    }
    int[] order = identity(input.rank());
    if (input.rank() > 1) {
      order[input.rank() - 1] = input.rank() - 2;
      order[input.rank() - 2] = input.rank() - 1;
    }
    return reordered(call, input, order);
  }

  /** permute-4: some axes go to places, the others keep their order. */
  public static Value movedim(Call call) {
    Tensor input = call.tensor("input");
    int[] source = Dims.list(call, "source", input.rank());
    int[] destination = Dims.list(call, "destination", input.rank());
    if (source.length != destination.length) {
      String counts = "moves " + source.length + " axes to " + destination.length + " places";
      throw call.refuse(ProblemId.ARGUMENT_COUNT, "destination", counts);
    }
    int[] order = new int[input.rank()];
    Arrays.fill(order, -1);
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      rest.add(i);
    }
    for (int i = 0; i < source.length && input.rank() > 0; i++) {
      order[destination[i]] = source[i];
      rest.remove((Integer) source[i]);
    }
    for (int i = 0; i < order.length; i++) {
      order[i] = order[i] < 0 ? rest.remove(0) : order[i];
    }
    return reordered(call, input, order);
  }

  private static int[] identity(int rank) {
    int[] order = new int[rank];
    for (int i = 0; i < rank; i++) {
      order[i] = i;
    }
    return order;
  }

  private static Tensor reordered(Call call, Tensor input, int[] order) {
    call.record().axes = order;
    Dim[] dims = new Dim[input.rank()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = input.dim(order[i]);
    }
    List<Dim> strides = Layout.strides(input);
    if (strides == null) {
      return input.as(Shape.of(dims));
    }
    Dim[] moved = new Dim[dims.length];
    for (int i = 0; i < dims.length; i++) {
      moved[i] = strides.get(order[i]);
    }
    return Layout.put(input.as(Shape.of(dims)), Arrays.asList(moved));
  }
}
