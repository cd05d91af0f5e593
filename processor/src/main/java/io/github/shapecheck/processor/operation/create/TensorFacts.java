package io.github.shapecheck.processor.operation.create;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.view.Splitting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;

/** What a tensor tells of itself: sizes, counts, types. Rules ask-1 and ask-2. */
public final class TensorFacts {
  private TensorFacts() {}

  /** ask-1: one size or all of them. */
  public static Value size(Call call) {
    Tensor input = call.tensor("input");
    if (!call.has("dim")) {
      return sizes(input.shape());
    }
    int axis = Splitting.axis(call, input);
    return integer(input.dim(axis));
  }

  private static Value sizes(Shape shape) {
    return Value.Sequence.size(Value.each(shape.dims(), TensorFacts::integer));
  }

  /** ask-2: how many values. */
  public static Value numel(Call call) {
    return integer(call.tensor("input").shape().numel());
  }

  public static Value rank(Call call) {
    return Value.Int.of(call.tensor("input").rank());
  }

  private static Value integer(Dim dim) {
    return dim.isKnown() ? new Value.Int(dim) : Value.UNKNOWN;
  }

  static Value isFloatingPoint(Call call) {
    return new Value.Bool(call.tensor("input").dtype().isFloating());
  }

  static Value isComplex(Call call) {
    return new Value.Bool(call.tensor("input").dtype().isComplex());
  }

  static Value isTensor(Call call) {
    return new Value.Bool(call.get("input") instanceof Tensor);
  }
}
