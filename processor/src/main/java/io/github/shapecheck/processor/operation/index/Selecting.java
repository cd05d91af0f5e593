package io.github.shapecheck.processor.operation.index;

import io.github.shapecheck.processor.operation.Broadcasting;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Elements;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.DataDependentSizes;
import io.github.shapecheck.processor.value.Layout;
import io.github.shapecheck.processor.value.Numbers;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Parts of an axis and values by index tensors. Rules select-1 to select-6. */
public final class Selecting {
  private static final Dim ZERO = Dim.of(0);

  private Selecting() {}

  /** select-1: so many values of an axis from a place on. */
  public static Value narrow(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dim", input.rank());
    requireAxes(call, input);
    Dim start = call.dim("start");
    Dim length = call.dim("length");
    Dim size = input.dim(axis);
    if (start.isConstant() && start.value() < 0) {
      start = start.plus(size);
    }
    if (call.fails(start.plus(length), Relation.LE, size)
        || call.fails(length, Relation.GE, ZERO)
        || call.fails(start, Relation.GE, ZERO)) {
      String part = "takes " + length + " values from " + start;
      call.problem(ProblemId.INDEX_RANGE, "length", part + " on of an axis of " + size);
    }
    return Layout.put(input.as(input.shape().with(axis, length)), Layout.strides(input));
  }

  /** select-2: one place of an axis, which goes. */
  public static Value select(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dim", input.rank());
    requireAxes(call, input);
    requireIndex(call, "index", call.dim("index"), input.dim(axis));
    return Layout.put(
        input.as(input.shape().remove(axis)), Layout.without(Layout.strides(input), axis));
  }

  /** An index from -size to size - 1. */
  static void requireIndex(Call call, String parameter, Dim index, Dim size) {
    boolean fromEnd = index.isConstant() && index.value() < 0;
    boolean mayBeBefore = fromEnd || !call.proves(index, Relation.GE, Dim.of(0));
    boolean fails =
        mayBeBefore && call.fails(index.negate(), Relation.LE, size)
            || !fromEnd && call.fails(index, Relation.LT, size);
    if (fails) {
      String message = "has no index " + index + " on an axis of size " + size;
      call.problem(ProblemId.INDEX_RANGE, parameter, message);
    }
  }

  /** select-3: the places of an axis that a list of indices names. */
  public static Value indexSelect(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dim", input.rank());
    Tensor index = call.tensor("index");
    if (index.rank() > 1) {
      call.problem(
          ProblemId.INDEX, "index", "needs one axis of indices but receives " + index.shape());
    }
    if (input.rank() == 0) {
      return input.as(input.shape());
    }
    requireRows(call, index, input, axis);
    return input.as(input.shape().with(axis, index.shape().numel()));
  }

  /** select-4: gather gives the index's shape, which exceeds the input on no other axis. */
  public static Value gather(Call call) {
    Tensor input = call.tensor("input");
    Tensor index = call.tensor("index");
    int axis = call.axis("dim", input.rank());
    requireWithin(call, index, input, axis);
    requireRows(call, index, input, axis);
    return input.as(index.shape());
  }

  /** select-5: scatter writes into the input's shape. */
  public static Value scatter(Call call) {
    Tensor input = call.tensor("input");
    Tensor index = call.tensor("index");
    int axis = call.axis("dim", input.rank());
    requireWithin(call, index, input, axis);
    requireRows(call, index, input, axis);
    if (call.knows("value") && !call.has("value") && !call.has("src")) {
      throw call.refuse(ProblemId.MISSING_ARGUMENT, null, "needs an argument for src");
    }
    if (!call.knows("value") || call.get("src") instanceof Tensor) {
      Tensor source = call.tensor("src");
      requireWithin(call, index, source, -1);
    }
    return input.as(input.shape());
  }

  /** index-10, of indices along one axis. */
  static void requireRows(Call call, Tensor index, Tensor input, int axis) {
    if (input.rank() > 0) {
      Elements.requireRows(call, "index", index, input.dim(axis));
    }
  }

  private static void requireWithin(Call call, Tensor index, Tensor other, int except) {
    if (Math.max(index.rank(), 1) != Math.max(other.rank(), 1)) {
      call.problem(
          ProblemId.INDEX,
          "index",
          "needs as many axes in the index " + index.shape() + " as in " + other.shape());
      return;
    }
    for (int i = 0; i < Math.min(index.rank(), other.rank()); i++) {
      if (i != except && call.fails(index.dim(i), Relation.LE, other.dim(i))) {
        call.problem(
            ProblemId.INDEX,
            "index",
            "has an index " + index.shape() + " that exceeds " + other.shape() + " on axis " + i);
        return;
      }
    }
  }

  /** count-1: as many values as a mask has true places. */
  public static Value maskedSelect(Call call) {
    Tensor input = call.tensor("input");
    Tensor mask = call.tensor("mask");
    Shape common = Broadcasting.shapes(call, input.shape(), mask.shape());
    return input.as(Shape.of(call.counted(common.equals(mask.shape()) ? "" : "spread", mask)));
  }

  /** One row of indices for each place that is not zero. */
  public static Value nonzero(Call call) {
    Tensor input = call.tensor("input");
    Dim count = call.counted("", input);
    if (call.knows("as_tuple") && call.flag("as_tuple")) {
      return DataDependentSizes.places(count, Math.max(1, input.rank()));
    }
    return Tensor.of(Shape.of(count, Dim.of(input.rank())), DType.INT64);
  }

  /** count-2: the distinct values, or slices of an axis, and where each was and how often. */
  static Value unique(Call call) {
    Tensor input = call.tensor("input");
    boolean inAll = call.knows("sorted") && !call.has("dim"); // not those that follow each other
    Numbers known = inAll ? input.numbers() : null;
    Dim count = known == null ? call.counted("unique", input) : known.different();
    boolean whole = !call.has("dim");
    Shape values = whole ? Shape.of(count) : null;
    Shape inverse = input.shape();
    if (values == null) {
      int axis = call.axis("dim", input.rank());
      values = input.shape().with(axis, count);
      inverse = Shape.of(input.dim(axis));
    }
    List<Value> results = new ArrayList<>(List.of(input.as(values)));
    if (call.flag("return_inverse")) {
      results.add(Tensor.of(inverse, DType.INT64));
    }
    if (call.flag("return_counts")) {
      results.add(Tensor.of(Shape.of(count), DType.INT64));
    }
    return results.size() == 1 ? results.get(0) : new Value.Sequence(results, true);
  }

  /** count-3: the boxes that are kept, each with a score. */
  static Value kept(Call call) {
    Tensor boxes = call.tensor("boxes");
    Tensor scores = call.tensor("scores");
    boolean fits = boxes.rank() == 2 && scores.rank() == 1;
    if (!fits
        || call.fails(boxes.dim(1), Relation.EQ, Dim.of(4))
        || call.fails(boxes.dim(0), Relation.EQ, scores.dim(0))) {
      String message = "needs boxes [M, 4] with scores [M] but receives ";
      throw call.refuse(
          ProblemId.RANK, "boxes", message + boxes.shape() + " and " + scores.shape());
    }
    return Tensor.of(Shape.of(call.counted("kept", scores)), DType.INT64);
  }

  /** select-6: windows of an axis, their cells on a new last axis. */
  public static Value unfold(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dimension", input.rank());
    Dim size = call.dim("size");
    Dim step = call.dim("step");
    Dim whole = input.rank() == 0 ? Dim.of(1) : input.dim(axis);
    if (call.fails(size, Relation.LE, whole)
        || call.fails(size, Relation.GE, ZERO)
        || call.fails(step, Relation.GT, ZERO)) {
      String window = "has windows of " + size + " every " + step + " over an axis of " + whole;
      throw call.refuse(ProblemId.RANGE, "size", window);
    }
    if (input.rank() == 0) {
      return input.as(Shape.of(size));
    }
    Dim count = whole.minus(size).floorDiv(step).plus(1);
    return input.as(input.shape().with(axis, count).insert(-1, size));
  }

  public static void requireAxes(Call call, Tensor input) {
    if (input.rank() == 0) {
      throw call.refuse(ProblemId.RANK, null, "needs an axis but receives a single number");
    }
  }
}
