package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Condition;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Axes of size 1 and repetitions: squeeze, unsqueeze, expand, repeat. Rules resize-1 to resize-6.
 */
public final class Resizing {
  private static final Dim ONE = Dim.of(1);
  private static final Dim ZERO = Dim.of(0);
  private static final Dim KEEP = Dim.of(-1);

  private Resizing() {}

  /** resize-1: axes of size 1 go, all of them or those that are named. */
  public static Value squeeze(Call call) {
    Tensor input = call.tensor("input");
    boolean[] named = Dims.named(call, "dim", input.rank());
    List<Dim> dims = new ArrayList<>(input.rank());
    List<Dim> strides = Layout.strides(input);
    List<Dim> kept = new ArrayList<>(input.rank());
    for (int i = 0; i < input.rank(); i++) {
      Dim dim = input.dim(i);
      if (!dim.isKnown() && named[i]) {
        throw call.abandon();
      }
      if (!named[i] || !call.choose(dim, Relation.EQ, ONE)) {
        dims.add(dim);
        kept.add(strides == null ? ONE : strides.get(i));
      }
    }
    return Layout.put(input.as(Shape.of(dims)), strides == null ? null : kept);
  }

  /** resize-2: a new axis, at most one behind the last. */
  public static Value unsqueeze(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dim", input.rank() + 1);
    List<Dim> strides = Layout.strides(input);
    Tensor result = input.as(input.shape().insert(axis, ONE));
    if (strides == null) {
      return result;
    }
    List<Dim> more = new ArrayList<>(strides);
    more.add(axis, axis < input.rank() ? strides.get(axis).times(input.dim(axis)) : ONE);
    return Layout.put(result, more);
  }

  /** resize-3: axes of size 1 are repeated, -1 keeps a size, new axes come in front. */
  public static Value expand(Call call) {
    return expand(call, call.tensor("input"), Reshaping.sizes(call, "size"));
  }

  public static Value expandAs(Call call) {
    return expand(call, call.tensor("input"), call.tensor("other").shape().dims());
  }

  private static Value expand(Call call, Tensor input, List<Dim> sizes) {
    int added = sizes.size() - input.rank();
    if (added < 0) {
      String counts = sizes.size() + " sizes for the " + input.rank() + " axes of ";
      throw call.refuse(ProblemId.EXPAND, null, "names " + counts + input.shape());
    }
    List<Dim> dims = new ArrayList<>(sizes.size());
    for (int i = 0; i < sizes.size(); i++) {
      Dim size = sizes.get(i);
      if (i < added) {
        if (size.isConstant() && size.value() < 0) {
          call.problem(ProblemId.EXPAND, null, "cannot keep the size of a new axis: " + size);
          size = Dim.unknown();
        }
        dims.add(size);
      } else {
        dims.add(expanded(call, input, i - added, size));
      }
    }
    return Layout.put(input.as(Shape.of(dims)), expandedStrides(input, dims, added));
  }

  private static @Nullable List<Dim> expandedStrides(Tensor input, List<Dim> dims, int added) {
    List<Dim> strides = Layout.strides(input);
    if (strides == null || !Shape.of(dims).isKnown()) {
      return null;
    }
    List<Dim> repeated = new ArrayList<>();
    for (int i = 0; i < dims.size(); i++) {
      boolean kept = i >= added && dims.get(i).equals(input.dim(i - added));
      repeated.add(kept ? strides.get(i - added) : Dim.of(0));
    }
    return repeated;
  }

  private static Dim expanded(Call call, Tensor input, int axis, Dim size) {
    Dim own = input.dim(axis);
    if (size.equals(KEEP) || own.equals(size)) {
      return own;
    }
    if (call.fails(size, Relation.GE, ZERO)) {
      call.problem(ProblemId.EXPAND, null, "cannot repeat axis " + axis + " to " + size);
      return Dim.unknown();
    }
    if (own.equals(ONE) || !own.isKnown() || !size.isKnown()) {
      return size;
    }
    if (call.fails(Condition.eq(own, size).or(Condition.eq(own, ONE)))) {
      String what = "cannot repeat axis " + axis + " of size " + own + " to " + size;
      call.problem(ProblemId.EXPAND, null, what + "; only a size of 1 repeats");
    }
    return size;
  }

  /** resize-4: every axis so many times over, missing ones in front. */
  public static Value repeat(Call call) {
    Tensor input = call.tensor("input");
    List<Dim> times = Reshaping.sizes(call, "repeats");
    if (times.size() < input.rank()) {
      String counts = times.size() + " numbers for the " + input.rank() + " axes of ";
      throw call.refuse(ProblemId.EXPAND, null, "takes " + counts + input.shape());
    }
    return tiled(call, input, times);
  }

  /** As repeat, but missing numbers are 1. */
  public static Value tile(Call call) {
    Tensor input = call.tensor("input");
    List<Dim> times = new ArrayList<>(Reshaping.sizes(call, "dims"));
    while (times.size() < input.rank()) {
      times.add(0, ONE);
    }
    return tiled(call, input, times);
  }

  private static Value tiled(Call call, Tensor input, List<Dim> times) {
    List<Dim> dims = new ArrayList<>(Collections.nCopies(times.size() - input.rank(), ONE));
    dims.addAll(input.shape().dims());
    for (int i = 0; i < dims.size(); i++) {
      Dim time = times.get(i);
      dims.set(i, dims.get(i).times(time));
      if (call.fails(dims.get(i), Relation.GE, ZERO)) {
        throw call.refuse(ProblemId.EXPAND, null, "cannot repeat an axis " + time + " times");
      }
    }
    return input.as(Shape.of(dims));
  }

  /** resize-5: every value of an axis, or of all flattened, so many times in a row. */
  public static Value repeatInterleave(Call call) {
    Tensor input = call.tensor("input");
    boolean flat = !call.has("dim");
    Tensor each = call.get("repeats") instanceof Tensor tensor ? tensor : null;
    Dim times = each == null ? call.dim("repeats") : ONE;
    if (!flat && input.rank() == 0) {
      throw call.refuse(
          ProblemId.RANK, "dim", "has no axis to repeat: it receives a single number");
    }
    if (call.fails(times, Relation.GE, ZERO)) {
      throw call.refuse(ProblemId.EXPAND, "repeats", "cannot repeat an axis " + times + " times");
    }
    Shape shape = flat ? Shape.of(input.shape().numel()) : input.shape();
    int axis = flat ? 0 : call.axis("dim", input.rank());
    Dim size = shape.dim(axis).times(times);
    if (each != null) {
      requireOneForEach(call, each.shape(), size);
      size = call.counted("repeats", each);
    }
    size = call.has("output_size") ? call.dim("output_size") : size;
    return input.as(shape.with(axis, size));
  }

  private static void requireOneForEach(Call call, Shape repeats, Dim size) {
    boolean one = repeats.numel().equals(ONE);
    if (repeats.rank() > 1 || !one && call.fails(repeats.numel(), Relation.EQ, size)) {
      String numbers = "needs a number for each of " + size + " places but receives " + repeats;
      call.problem(ProblemId.EXPAND, "repeats", numbers);
    }
  }

  /** resize-6: at least so many axes. */
  public static Value atLeast(Call call, int rank) {
    Tensor input = call.tensor("input");
    Shape shape = input.shape();
    if (shape.rank() == 0) {
      shape = Shape.of(ONE);
    }
    if (shape.rank() < 2 && rank >= 2) {
      shape = shape.insert(0, ONE);
    }
    return input.as(shape.rank() < 3 && rank == 3 ? shape.insert(2, ONE) : shape);
  }

  /** sample-4: several tensors expanded to their common shape. */
  static Value broadcastTensors(Call call) {
    List<Tensor> tensors = Joining.tensors(call);
    Shape shape = tensors.get(0).shape();
    for (Tensor tensor : tensors) {
      shape = Broadcasting.shapes(call, shape, tensor.shape());
    }
    Shape common = shape;
    return new Value.Sequence(Value.each(tensors, tensor -> tensor.as(common)), true);
  }
}
