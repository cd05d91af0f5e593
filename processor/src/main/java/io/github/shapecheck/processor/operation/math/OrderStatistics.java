package io.github.shapecheck.processor.operation.math;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Dims;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Numbers;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/** Functions that give elements and where they stand: max, topk, sort. Rules pick-1 to pick-3. */
public final class OrderStatistics {
  private static final Reduction PICK = new Reduction(Reduction.Type.SAME, true);
  private static final Elementwise LARGER =
      Elementwise.of(Elementwise.Result.PROMOTED, "input", "other");
  private static final Elementwise OTHER =
      Elementwise.of(Elementwise.Result.PROMOTED, "input", "dim");

  private OrderStatistics() {}

  /** pick-1: max of all, max along an axis with its indices, or the larger of two tensors. */
  public static Value extreme(Call call) {
    if (call.knows("other") && call.has("other")) {
      return LARGER.apply(call);
    }
    if (call.get("dim") instanceof Tensor) {
      requireNoMore(call);
      return OTHER.apply(call);
    }
    if (call.has("dim")) {
      return along(call);
    }
    Reduction.requireDim(call);
    // The median of nothing is a NaN, where a maximum of nothing is an error.
    return call.knows("other")
        ? PICK.apply(call)
        : new Reduction(Reduction.Type.SAME, false).apply(call);
  }

  /** Behind two tensors PyTorch takes nothing: no third one, and no {@code keepdim}. */
  private static void requireNoMore(Call call) {
    if (!call.get("keepdim").equals(new Value.Bool(false))) {
      String what = call.get("keepdim") instanceof Tensor ? "third one" : "keepdim";
      call.problem(ProblemId.ARGUMENT, "keepdim", "of two tensors takes no " + what);
    }
  }

  /** Along one axis: elements and indices. */
  public static Value along(Call call) {
    Tensor input = call.tensor("input");
    Reduction.requireOneAxis(call);
    return pair(input, PICK.reduce(call, input));
  }

  /** pick-2: k elements of an axis that has as many. */
  public static Value topk(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dim", input.rank());
    Dim k = call.dim("k");
    Dim size = input.rank() == 0 ? Dim.of(1) : input.dim(axis);
    if (call.fails(k, Relation.LE, size) || call.fails(k, Relation.GE, Dim.of(0))) {
      call.problem(ProblemId.RANGE, "k", "takes " + k + " of " + size + " on axis " + axis);
    }
    return pair(input, input.rank() == 0 ? input.shape() : input.shape().with(axis, k));
  }

  /** The k-th smallest. */
  public static Value kthvalue(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dim", input.rank());
    Dim k = call.dim("k");
    Dim size = input.rank() == 0 ? Dim.of(1) : input.dim(axis);
    if (call.fails(k, Relation.LE, size) || call.fails(k, Relation.GE, Dim.of(1))) {
      call.problem(ProblemId.RANGE, "k", "takes the value " + k + " of " + size);
    }
    return along(call);
  }

  /** pick-3: the whole axis in order. */
  public static Value sort(Call call) {
    Tensor input = call.tensor("input");
    return Value.Sequence.tuple(input, argsort(call));
  }

  private static Value pair(Tensor input, Shape shape) {
    return Value.Sequence.tuple(input.as(shape), Tensor.of(shape, DType.INT64));
  }

  /** pick-4: every place of the axis is among the indices. */
  static Tensor argsort(Call call) {
    Tensor input = call.tensor("input");
    int axis = call.axis("dim", input.rank());
    Tensor indices = Tensor.of(input.shape(), DType.INT64);
    return input.rank() == 0 ? indices : indices.holding(Numbers.below(input.dim(axis)));
  }

  /** series-2: a reduction for each of the quantiles that are asked for. */
  static Value quantile(Call call) {
    Tensor input = call.tensor("input");
    Shape rest = PICK.reduce(call, input);
    if (call.get("q") instanceof Tensor q && q.rank() == 1) {
      return input.as(rest.insert(0, q.dim(0)));
    }
    return input.as(rest);
  }

  static Value range(Call call) {
    Tensor input = call.tensor("input");
    Shape rest = PICK.reduce(call, input);
    return Value.Sequence.tuple(input.as(rest), input.as(rest));
  }

  /** reduce-4: along an axis that must be there; the shape stays. */
  static Tensor unchanged(Call call) {
    Tensor input = call.tensor("input");
    call.axis("dim", input.rank());
    return input.as(input.shape());
  }

  static Value runningSum(Call call) {
    Tensor input = unchanged(call);
    return call.get("dtype") instanceof Value.Type given
        ? input.as(given.dtype())
        : input.dtype().isFloating() ? input : input.as(DType.INT64);
  }

  static Value normalize(Call call) {
    Tensor input = call.tensor("input");
    Dims.named(call, "dim", input.rank());
    return input.as(Elementwise.floating(input.dtype()));
  }
}
