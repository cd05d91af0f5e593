package io.github.shapecheck.processor.operation.conv;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Relation;
import io.github.shapecheck.shape.Shape;
import java.util.List;

/**
 * {@code F.conv_tbc}: a convolution along the first axis of {@code [time, batch, channels]}. Rules
 * conv-tbc-1 to conv-tbc-4.
 */
record TimeFirstConvolution() implements Rule {
  @Override
  public Value apply(Call call) {
    Tensor input = call.tensor("input", 3, 3); // conv-tbc-1
    Tensor weight = call.tensor("weight", 3, 3); // conv-tbc-1
    Tensor bias = call.tensor("bias", 1, 1); // conv-tbc-1
    Dim channels = input.dim(2);
    Dim out = weight.dim(2);
    if (call.fails(channels, Relation.EQ, weight.dim(1))) { // conv-tbc-2
      call.problem(
          ProblemId.CONV_IN_CHANNELS,
          null,
          "expects " + weight.dim(1) + " channels, the weight's, but receives " + channels);
    }
    if (call.fails(bias.dim(0), Relation.EQ, out)) { // conv-tbc-3
      call.problem(
          ProblemId.BROADCAST, "bias", "needs a bias [" + out + "] but receives " + bias.shape());
    }
    Dim padded = input.dim(0).plus(call.dim("pad").times(2));
    Dim time = padded.minus(weight.dim(0)).plus(1); // conv-tbc-4
    if (call.fails(time, Relation.GE, Dim.of(0))) {
      call.problem(
          ProblemId.KERNEL_TOO_BIG,
          null,
          "has a kernel of " + weight.dim(0) + " over " + padded + " steps");
      time = Dim.unknown();
    }
    call.macs(time.times(out).times(channels).times(weight.dim(0)).times(input.dim(1)));
    return input.as(Shape.of(List.of(time, input.dim(1), out)));
  }
}
