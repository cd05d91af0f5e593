package io.github.shapecheck.processor.operation.attention;

import io.github.shapecheck.processor.operation.Axes;
import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;

/** The three functions that torchvision's Swin transformers keep whole when they are traced. */
public final class ShiftedWindows {
  private ShiftedWindows() {}

  /** Attention inside the windows of [N, H, W, C], which is padded to whole windows and cropped. */
  static Value attention(Call call) {
    Tensor input = map(call, "input");
    Dim channels = input.dim(-1);
    Tensor weight = call.tensor("qkv_weight");
    if (call.fails(channels, Relation.EQ, weight.dim(-1))) {
      call.problem(
          ProblemId.LINEAR_IN,
          "qkv_weight",
          "expects " + Axes.count(weight.dim(-1), "channel") + " but receives " + channels);
    }
    Dim[] window = call.axes("window_size", 2);
    Dim area = window[0].times(window[1]);
    Dim tokens = input.dim(0);
    for (int axis = 0; axis < 2; axis++) {
      boolean sound = window[axis].isConstant() && window[axis].value() > 0;
      Dim whole = sound ? input.dim(axis + 1).ceilDiv(window[axis]) : Dim.unknown();
      tokens = tokens.times(whole.times(window[axis]));
    }
    Dim projections = channels.times(weight.dim(0)).plus(channels.times(channels));
    Dim scores = area.times(channels).times(2);
    call.macs(tokens.times(projections.plus(scores)));
    return input.as(input.shape());
  }

  static Value bias(Call call) {
    Tensor table = call.tensor("relative_position_bias_table");
    Dim[] window = call.axes("window_size", 2);
    Dim area = window[0].times(window[1]);
    return table.as(Shape.of(Dim.of(1), table.dim(-1), area, area));
  }

  /** Makes height and width even and joins each square of four. */
  static Value merge(Call call) {
    Tensor input = map(call, "x");
    Shape shape = input.shape();
    for (int axis = 1; axis < 3; axis++) {
      shape = shape.with(axis, input.dim(axis).ceilDiv(2));
    }
    return input.as(shape.with(3, input.dim(3).times(4)));
  }

  private static Tensor map(Call call, String name) {
    Tensor input = call.tensor(name);
    if (input.rank() != 4) {
      throw call.refuse(ProblemId.RANK, name, "needs [N, H, W, C] but receives " + input.shape());
    }
    return input;
  }

  /** odd-5: torchvision adds an axis where one is missing, and says how many there were. */
  static Value unsqueeze(Call call) {
    Tensor input = call.tensor("x");
    long wanted = call.integer("target_dim");
    Shape shape = input.shape();
    if (input.rank() == wanted - 1) {
      shape = shape.insert(call.axis("expand_dim", input.rank() + 1), Dim.of(1));
    } else if (input.rank() != wanted) {
      throw call.refuse(
          ProblemId.RANK, "x", "needs " + wanted + " axes but receives " + input.shape());
    }
    return Value.Sequence.tuple(input.as(shape), Value.Int.of(input.rank()));
  }

  /** odd-5: and takes it away again. */
  static Value squeeze(Call call) {
    Tensor input = call.tensor("x");
    if (call.integer("tensor_dim") != call.integer("target_dim") - 1) {
      return input;
    }
    int axis = call.axis("expand_dim", input.rank());
    boolean one = call.choose(input.dim(axis), Relation.EQ, Dim.of(1));
    return input.as(one ? input.shape().remove(axis) : input.shape());
  }
}
